import { describe, expect, it } from "vitest";
import { createClient, openWorkspace } from "./connect-app.ts";
import { call } from "./raw-app.ts";

const scopes = [
  ...["channels:read", "groups:read", "im:read", "channels:join", "users:read"],
  ...["channels:history", "groups:history", "im:history", "im:write", "chat:write"],
];

async function openClient() {
  const opened = await openWorkspace({ scopes });
  return { ...opened, client: createClient(opened.workspace) };
}

const code = (error: string) => ({ data: { ok: false, error } });

describe("conversations.open", () => {
  it("finds the direct messages with a person", async () => {
    const { ana, client } = await openClient();
    expect(await client.conversations.open({ users: ana.id })).toMatchObject({ channel: { id: ana.dm } });
    expect(await client.conversations.open({ users: ana.id, return_im: true })).toMatchObject({
      channel: { id: ana.dm, is_im: true, user: ana.id },
    });
    expect(await client.conversations.open({ channel: ana.dm })).toMatchObject({ already_open: true });
  });

  it.each([
    ["users_list_not_supplied", ""],
    ["user_not_found", "U404"],
    ["user_not_found", "U0000000APP"],
    ["method_not_supported_for_channel_type", "U0000000001,U0000000002"],
  ])("refuses with %s: %j", async (error, users) => {
    const { workspace } = await openClient();
    expect((await call(workspace, "conversations.open", { users })).body).toEqual({ ok: false, error });
  });
});

describe("conversations.history and .replies", () => {
  it("tell what was said, without what one person alone sees", async () => {
    const { ana, channel, client } = await openClient();
    const { ts } = ana.says(channel, "first");
    ana.says(channel, "reply", { thread: ts });
    ana.says(channel, "shown reply", { thread: ts, broadcast: true });
    await client.chat.postEphemeral({ channel, user: ana.id, text: "psst" });
    ana.says(channel, "last");
    const texts = ({ messages = [] }: { messages?: { text?: string }[] }) => messages.map(({ text }) => text);
    expect(texts(await client.conversations.history({ channel }))).toEqual(["last", "shown reply", "first"]);
    expect(texts(await client.conversations.replies({ channel, ts }))).toEqual([
      "first",
      "reply",
      "shown reply",
    ]);
    expect(texts(await client.conversations.history({ channel, oldest: ts }))).toEqual([
      "last",
      "shown reply",
    ]);
    const latest = await client.conversations.history({ channel, latest: ts, inclusive: true });
    expect(texts(latest)).toEqual(["first"]);
    await expect(client.conversations.replies({ channel, ts: "1600000000.000100" })).rejects.toMatchObject(
      code("thread_not_found"),
    );
  });

  it("come in pages", async () => {
    const { ana, channel, client } = await openClient();
    for (const text of ["1", "2", "3"]) ana.says(channel, text);
    const first = await client.conversations.history({ channel, limit: 2 });
    expect(first).toMatchObject({ has_more: true, messages: [{ text: "3" }, { text: "2" }] });
    const cursor = first.response_metadata?.next_cursor ?? "";
    expect(await client.conversations.history({ channel, limit: 2, cursor })).toMatchObject({
      has_more: false,
      messages: [{ text: "1" }],
    });
    await expect(client.conversations.history({ channel, cursor: "x" })).rejects.toMatchObject(
      code("invalid_cursor"),
    );
  });

  it("need the scope of the channel's kind, and membership", async () => {
    const { workspace, ana } = await openWorkspace({ scopes: ["im:history", "channels:history"] });
    const client = createClient(workspace);
    const secret = workspace.channel("secret", { members: [ana], isPrivate: true });
    const outside = workspace.channel("outside", { members: [ana], hasApp: false });
    expect(await client.conversations.history({ channel: ana.dm })).toMatchObject({ ok: true });
    await expect(client.conversations.history({ channel: secret })).rejects.toMatchObject({
      data: { error: "missing_scope", needed: "groups:history" },
    });
    await expect(client.conversations.history({ channel: outside })).rejects.toMatchObject(
      code("not_in_channel"),
    );
    await expect(client.conversations.history({ channel: "C404" })).rejects.toMatchObject(
      code("channel_not_found"),
    );
  });
});

describe("conversations.info, .members, .list and .join, users.info", () => {
  it("tell of the channels that the app may know of", async () => {
    const { workspace, ana, channel, client } = await openClient();
    const secret = workspace.channel("secret", { members: [ana], isPrivate: true });
    const hidden = workspace.channel("hidden", { members: [ana], isPrivate: true, hasApp: false });
    const old = workspace.channel("old");
    workspace.archive(old);
    expect(await client.conversations.info({ channel })).toMatchObject({
      channel: { id: channel, name: "general", is_member: true, is_private: false },
    });
    await expect(client.conversations.info({ channel: hidden })).rejects.toMatchObject(
      code("channel_not_found"),
    );
    expect(await client.conversations.members({ channel })).toMatchObject({
      members: [ana.id, workspace.botUserId],
    });
    const ids = async (args: object) => {
      const { body } = await call(workspace, "conversations.list", args);
      return JSON.stringify(body.channels).match(/[CD]\d{10}/g);
    };
    expect(await ids({})).toEqual([channel, old]);
    expect(await ids({ exclude_archived: true, types: "public_channel,private_channel" })).toEqual([
      channel,
      secret,
    ]);
    expect(await ids({ types: "im" })).toEqual([ana.dm]);
  });

  it("let the app into public channels", async () => {
    const { workspace, ana, client } = await openClient();
    const outside = workspace.channel("outside", { members: [ana], hasApp: false });
    const secret = workspace.channel("secret", { members: [ana], isPrivate: true });
    expect(await client.conversations.join({ channel: outside })).toMatchObject({
      channel: { is_member: true },
    });
    expect(await client.chat.postMessage({ channel: outside, text: "t" })).toMatchObject({ ok: true });
    await expect(client.conversations.join({ channel: secret })).rejects.toMatchObject(
      code("method_not_supported_for_channel_type"),
    );
    workspace.archive(outside);
    await expect(client.conversations.join({ channel: outside })).rejects.toMatchObject(code("is_archived"));
  });

  it("know people", async () => {
    const { ana, client } = await openClient();
    expect(await client.users.info({ user: ana.id })).toMatchObject({ user: { id: ana.id, name: "ana" } });
    await expect(client.users.info({ user: "U404" })).rejects.toMatchObject(code("user_not_found"));
  });
});
