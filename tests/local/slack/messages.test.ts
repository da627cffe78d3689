import { describe, expect, it } from "vitest";
import { createClient, openWorkspace } from "./connect-app.ts";
import { call } from "./raw-app.ts";
import { sized } from "./sized.ts";

const divider = { type: "divider" as const };
const section = (length: number) => ({
  type: "section" as const,
  text: { type: "mrkdwn" as const, text: sized(length) },
});
const code = (error: string) => ({ data: { ok: false, error } });

async function openClient() {
  const opened = await openWorkspace();
  return { ...opened, client: createClient(opened.workspace) };
}

describe("chat.postMessage", () => {
  it("posts, and says which message it made", async () => {
    const { workspace, ana, channel, client } = await openClient();
    const posted = await client.chat.postMessage({ channel, text: "Hello", blocks: [divider] });
    expect(posted).toMatchObject({
      ok: true,
      channel,
      ts: "1700000000.000100",
      message: { type: "message", text: "Hello", user: workspace.botUserId, bot_id: workspace.botId },
    });
    expect(workspace.messagesSeenBy(ana, channel)).toMatchObject([
      { ts: "1700000000.000100", text: "Hello", blocks: [{ type: "divider", block_id: "b0000000001" }] },
    ]);
  });

  it("gives every message a later ts", async () => {
    const { channel, client } = await openClient();
    const first = await client.chat.postMessage({ channel, text: "1" });
    const second = await client.chat.postMessage({ channel, text: "2" });
    expect([first.ts, second.ts]).toEqual(["1700000000.000100", "1700000000.000200"]);
  });

  it("takes a person's id for their direct messages", async () => {
    const { workspace, ana, client } = await openClient();
    expect(await client.chat.postMessage({ channel: ana.id, text: "Hi" })).toMatchObject({ channel: ana.dm });
    expect(workspace.messagesSeenBy(ana, ana.dm)).toMatchObject([{ text: "Hi" }]);
  });

  it("replies in a thread, and shows the reply in the channel too when asked", async () => {
    const { workspace, ana, channel, client } = await openClient();
    const { ts } = ana.says(channel, "Help");
    await client.chat.postMessage({ channel, thread_ts: ts, text: "Here" });
    await client.chat.postMessage({ channel, thread_ts: ts, text: "There", reply_broadcast: true });
    expect(workspace.messagesSeenBy(ana, channel).slice(1)).toMatchObject([
      { text: "Here", thread: ts, subtype: undefined },
      { text: "There", thread: ts, subtype: "thread_broadcast" },
    ]);
  });

  it("takes 50 blocks, and about 13,000 characters over all blocks", async () => {
    const { channel, client } = await openClient();
    const post = (blocks: (typeof divider | ReturnType<typeof section>)[]) =>
      client.chat.postMessage({ channel, text: "t", blocks });
    expect(await post(Array.from({ length: 50 }, () => divider))).toMatchObject({ ok: true });
    await expect(post(Array.from({ length: 51 }, () => divider))).rejects.toMatchObject(
      code("invalid_blocks"),
    );
    expect(await post(Array.from({ length: 4 }, () => section(2900)))).toMatchObject({ ok: true });
    const long = Array.from({ length: 5 }, () => section(2900));
    await expect(post(long)).rejects.toMatchObject(code("msg_blocks_too_long"));
  });

  it("cuts a text beyond 40,000 characters", async () => {
    const { workspace, ana, channel, client } = await openClient();
    await client.chat.postMessage({ channel, text: sized(40_000) });
    const cut = await client.chat.postMessage({ channel, text: `${sized(40_000)}!` });
    expect(cut).toMatchObject({ warning: "message_truncated" });
    expect(workspace.messagesSeenBy(ana, channel).map(({ text }) => text.length)).toEqual([40_000, 40_000]);
  });

  it.each([
    ["no_text", { text: "" }],
    ["no_text", { blocks: [] }],
    ["no_text", {}],
    ["channel_not_found", { channel: "C404", text: "t" }],
    ["invalid_blocks_format", { text: "t", blocks: "[{" }],
    ["invalid_blocks_format", { text: "t", blocks: { type: "divider" } }],
    ["invalid_arguments", { channel: undefined, text: "t" }],
    ["invalid_arguments", { text: 5 }],
    ["invalid_arguments", { text: "t", thread_ts: "yesterday" }],
    ["invalid_arg_name", { text: "t", thread: "1700000000.000100" }],
    ["thread_not_found", { text: "t", thread_ts: "1600000000.000100" }],
  ])("refuses with %s: %o", async (error, args) => {
    const { workspace, channel } = await openWorkspace();
    const { status, body } = await call(workspace, "chat.postMessage", { channel, ...args });
    expect({ status, ...body }).toMatchObject({ status: 200, ok: false, error });
  });

  it("refuses channels that it can't write to", async () => {
    const { workspace, ana, client } = await openClient();
    const outside = workspace.channel("outside", { members: [ana], hasApp: false });
    const secret = workspace.channel("secret", { members: [ana], hasApp: false, isPrivate: true });
    const archived = workspace.channel("archived", { members: [ana] });
    workspace.archive(archived);
    const post = (channel: string) => client.chat.postMessage({ channel, text: "t" });
    await expect(post(outside)).rejects.toMatchObject(code("not_in_channel"));
    await expect(post(secret)).rejects.toMatchObject(code("channel_not_found"));
    await expect(post(archived)).rejects.toMatchObject(code("is_archived"));
    await expect(post(workspace.botUserId)).rejects.toMatchObject(code("channel_not_found"));
    workspace.invite(outside, workspace.botUserId);
    expect(await post(outside)).toMatchObject({ ok: true });
  });

  it("refuses to reply to a reply and to what one person alone sees", async () => {
    const { ana, channel, client } = await openClient();
    const { ts } = ana.says(channel, "Help");
    const reply = ana.says(channel, "please", { thread: ts });
    const whisper = await client.chat.postEphemeral({ channel, user: ana.id, text: "Psst" });
    const post = (thread_ts: string) => client.chat.postMessage({ channel, text: "t", thread_ts });
    await expect(post(reply.ts)).rejects.toMatchObject(code("cannot_reply_to_message"));
    await expect(post(String(whisper.message_ts))).rejects.toMatchObject(code("cannot_reply_to_message"));
  });
});

describe("chat.postEphemeral", () => {
  it("is seen by one person, and not after reloading", async () => {
    const { workspace, ana, channel, client } = await openClient();
    const ben = workspace.person("ben");
    await client.chat.postEphemeral({ channel, user: ana.id, text: "Psst" });
    expect(workspace.messagesSeenBy(ana, channel)).toMatchObject([{ text: "Psst" }]);
    expect(workspace.messagesSeenBy(ben, channel)).toEqual([]);
    ana.reloads();
    expect(workspace.messagesSeenBy(ana, channel)).toEqual([]);
  });

  it("refuses people who are not in the channel, and texts beyond 40,000 characters", async () => {
    const { workspace, ana, channel, client } = await openClient();
    const ben = workspace.person("ben");
    const post = (user: string, text: string) => client.chat.postEphemeral({ channel, user, text });
    await expect(post(ben.id, "t")).rejects.toMatchObject(code("user_not_in_channel"));
    await expect(post(ana.id, sized(40_001))).rejects.toMatchObject(code("msg_too_long"));
    expect(await post(ana.id, sized(40_000))).toMatchObject({ ok: true });
  });
});

describe("chat.update", () => {
  it("changes text and blocks; text alone takes the blocks away", async () => {
    const { workspace, ana, channel, client } = await openClient();
    const { ts = "" } = await client.chat.postMessage({ channel, text: "Before", blocks: [divider] });
    expect(await client.chat.update({ channel, ts, text: "After", blocks: [section(1)] })).toMatchObject({
      ts,
    });
    expect(workspace.messagesSeenBy(ana, channel)).toMatchObject([{ ts, text: "After" }]);
    await client.chat.update({ channel, ts, text: "Plain" });
    const [message] = workspace.messagesSeenBy(ana, channel);
    expect(message).toMatchObject({ text: "Plain", edited: { user: workspace.botUserId } });
    expect(message?.blocks).toBeUndefined();
  });

  it("takes 4,000 characters and not one more", async () => {
    const { channel, client } = await openClient();
    const { ts = "" } = await client.chat.postMessage({ channel, text: "Before" });
    expect(await client.chat.update({ channel, ts, text: sized(4000) })).toMatchObject({ ok: true });
    await expect(client.chat.update({ channel, ts, text: sized(4001) })).rejects.toMatchObject(
      code("msg_too_long"),
    );
  });

  it("refuses what is not there, not its own, ephemeral, empty or in an archived channel", async () => {
    const { workspace, ana, channel, client } = await openClient();
    const { ts: own = "" } = await client.chat.postMessage({ channel, text: "t" });
    const { message_ts: whisper = "" } = await client.chat.postEphemeral({
      channel,
      user: ana.id,
      text: "t",
    });
    const { ts: others } = ana.says(channel, "t");
    const update = (ts: string, text = "new") => client.chat.update({ channel, ts, text });
    await expect(update("1600000000.000100")).rejects.toMatchObject(code("message_not_found"));
    await expect(update(whisper)).rejects.toMatchObject(code("message_not_found"));
    await expect(update(others)).rejects.toMatchObject(code("cant_update_message"));
    await expect(update(own, "")).rejects.toMatchObject(code("no_text"));
    workspace.archive(channel);
    await expect(update(own)).rejects.toMatchObject(code("is_inactive"));
  });
});

describe("chat.delete and chat.getPermalink", () => {
  it("take away and link to the app's own messages", async () => {
    const { workspace, ana, channel, client } = await openClient();
    const { ts = "" } = await client.chat.postMessage({ channel, text: "t" });
    const { ts: others } = ana.says(channel, "t");
    expect(await client.chat.getPermalink({ channel, message_ts: ts })).toMatchObject({
      permalink: `https://signpost-test.slack.com/archives/${channel}/p1700000000000100`,
    });
    await expect(client.chat.delete({ channel, ts: others })).rejects.toMatchObject(
      code("cant_delete_message"),
    );
    expect(await client.chat.delete({ channel, ts })).toMatchObject({ ok: true });
    await expect(client.chat.delete({ channel, ts })).rejects.toMatchObject(code("message_not_found"));
    await expect(client.chat.getPermalink({ channel, message_ts: ts })).rejects.toMatchObject(
      code("message_not_found"),
    );
    expect(workspace.messagesSeenBy(ana, channel)).toHaveLength(1);
  });
});
