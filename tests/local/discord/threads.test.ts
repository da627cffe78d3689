import { describe, expect, it } from "vitest";
import { openGuild } from "./connect-app.ts";
import { ask, flatten } from "./raw.ts";

const code = async (answer: ReturnType<typeof ask>) => (await answer).body.code;

describe("A thread", () => {
  it("begins with a message, once, and has its id", async () => {
    const { guild, ana, channel } = await openGuild();
    const { id } = ana.says(channel, "help");
    const start = () => ask(guild, `POST /channels/${channel}/messages/${id}/threads`, { name: "Help" });
    expect(await start()).toMatchObject({
      status: 201,
      body: { id, parent_id: channel, type: 11, owner_id: guild.botUserId },
    });
    expect(await start()).toMatchObject({ body: { code: 160004 } });
    expect((await ask(guild, `POST /channels/${id}/messages`, { content: "in the thread" })).status).toBe(
      200,
    );
    expect((await ask(guild, `GET /guilds/${guild.guildId}/threads/active`)).body).toMatchObject({
      threads: [{ id }],
    });
    expect((await ask(guild, `GET /channels/${channel}/messages/${id}`)).body).toMatchObject({
      thread: { id },
    });
  });

  it("is opened by a message unless it is locked, and takes no changes while archived", async () => {
    const { guild, ana, channel } = await openGuild();
    const { id } = ana.says(channel, "help");
    await ask(guild, `POST /channels/${channel}/messages/${id}/threads`, { name: "Help" });
    const own = await ask(guild, `POST /channels/${id}/messages`, { content: "t" });
    guild.archive(id);
    expect(await code(ask(guild, `PATCH /channels/${id}/messages/${own.body.id}`, { content: "n" }))).toBe(
      50083,
    );
    expect(await code(ask(guild, `PUT /channels/${id}/thread-members/@me`))).toBe(50083);
    expect((await ask(guild, `POST /channels/${id}/messages`, { content: "awake" })).status).toBe(200);
    expect((await ask(guild, `GET /channels/${id}`)).body).toMatchObject({
      thread_metadata: { archived: false },
    });
    guild.archive(id, { isLocked: true });
    expect(await code(ask(guild, `POST /channels/${id}/messages`, { content: "t" }))).toBe(160005);
    expect(() => ana.says(id, "t")).toThrow("ana can't write");
  });

  it("needs permissions of its own", async () => {
    const { guild, ana, channel } = await openGuild();
    const { id } = ana.says(channel, "help");
    const start = () => ask(guild, `POST /channels/${channel}/messages/${id}/threads`, { name: "Help" });
    guild.deny(channel, ["CreatePublicThreads", "SendMessagesInThreads"]);
    expect(await code(start())).toBe(50013);
    expect(await code(ask(guild, `POST /channels/${channel}/threads`, { name: "private" }))).toBe(50013);
    guild.allow(channel, ["CreatePublicThreads"]);
    await start();
    expect(await code(ask(guild, `POST /channels/${id}/messages`, { content: "t" }))).toBe(50013);
    expect(await code(ask(guild, `PATCH /channels/${id}`, { locked: true }))).toBe(50013);
    expect(await code(ask(guild, `DELETE /channels/${id}`))).toBe(50013);
    guild.allow(channel, ["ManageThreads"]);
    expect((await ask(guild, `PATCH /channels/${id}`, { locked: true, archived: true })).body).toMatchObject({
      thread_metadata: { locked: true, archived: true },
    });
    expect((await ask(guild, `DELETE /channels/${id}`)).status).toBe(200);
  });

  it("is joined and left", async () => {
    const { guild, ana } = await openGuild();
    const { thread } = ana.posts(guild.forum("help"), { title: "Phone", text: "lost" });
    expect((await ask(guild, `PUT /channels/${thread.id}/thread-members/@me`)).status).toBe(204);
    expect((await ask(guild, `GET /channels/${thread.id}`)).body).toMatchObject({ member_count: 2 });
    await ask(guild, `DELETE /channels/${thread.id}/thread-members/@me`);
    expect((await ask(guild, `GET /channels/${thread.id}`)).body).toMatchObject({ member_count: 1 });
  });
});

describe("A forum", () => {
  it("takes posts with tags, which moderators alone may set where it says so", async () => {
    const { guild, ana } = await openGuild();
    const forum = guild.forum("help", { tags: ["open"], moderated: ["solved"], requiresTag: true });
    const found = guild.data.channels.find(({ id }) => id === forum);
    const [open, solved] = found?.kind === "forum" ? found.tags : [];
    const post = (tags: readonly (string | undefined)[]) =>
      ask(guild, `POST /channels/${forum}/threads`, {
        name: "Post",
        message: { content: "t" },
        applied_tags: tags,
      });
    expect(await code(post([]))).toBe(40067);
    expect(await code(post([solved?.id]))).toBe(50013);
    expect(flatten((await post(["1"])).body.errors)).toEqual(["applied_tags.0 FORUM_TAG_UNKNOWN"]);
    expect(await post([open?.id])).toMatchObject({
      status: 201,
      body: { applied_tags: [open?.id], message: { content: "t" } },
    });
    expect(() => ana.posts(forum, { title: "t", text: "t" })).toThrow("help requires a tag");
    expect(() => ana.posts(forum, { title: "t", text: "t", tags: ["solved"] })).toThrow("for moderators");
    const { thread, message } = ana.posts(forum, { title: "Phone", text: "lost", tags: ["open"] });
    expect(message.id).toBe(thread.id);
    const change = (fields: object) => ask(guild, `PATCH /channels/${thread.id}`, fields);
    expect(await code(change({ applied_tags: [solved?.id] }))).toBe(50013);
    guild.allow(forum, ["ManageThreads"]);
    expect((await change({ applied_tags: [solved?.id], archived: true })).body).toMatchObject({
      applied_tags: [solved?.id],
      thread_metadata: { archived: true },
    });
  });
});
