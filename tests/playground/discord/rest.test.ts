import { describe, expect, it } from "vitest";
import { openGuild } from "./connect-app.ts";
import { ask, askAs, flatten } from "./raw.ts";
import { identify } from "./raw-session.ts";

const code = async (answer: ReturnType<typeof ask>) => (await answer).body.code;

describe("The REST API", () => {
  it("asks for the bot's token, and knows its addresses", async () => {
    const { guild } = await openGuild();
    expect(await askAs(guild, undefined, "GET /users/@me")).toMatchObject({
      status: 401,
      body: { message: "401: Unauthorized", code: 0 },
    });
    expect(await askAs(guild, "Bot wrong", "GET /users/@me")).toMatchObject({ status: 401 });
    expect(await ask(guild, "GET /users/@you")).toMatchObject({ status: 404, body: { code: 10013 } });
    expect(await ask(guild, "GET /nowhere")).toMatchObject({ status: 404, body: { code: 0 } });
    expect(await ask(guild, "DELETE /users/@me")).toMatchObject({ status: 405 });
    const old = await fetch(`${guild.restUrl}/v9/users/@me`);
    expect(await old.json()).toMatchObject({ code: 50041 });
  });

  it("refuses a body that is no JSON", async () => {
    const { guild, channel } = await openGuild();
    const headers = { authorization: `Bot ${guild.token}`, "content-type": "application/json" };
    const url = `${guild.restUrl}/v10/channels/${channel}/messages`;
    const response = await fetch(url, { method: "POST", headers, body: "{" });
    expect(await response.json()).toMatchObject({ code: 50109 });
  });

  it("tells who the app and its server are", async () => {
    const { guild, ana, channel } = await openGuild();
    expect((await ask(guild, "GET /users/@me")).body).toMatchObject({ id: guild.botUserId, bot: true });
    expect((await ask(guild, `GET /users/${ana.id}`)).body).toMatchObject({ username: "ana" });
    expect((await ask(guild, "GET /applications/@me")).body).toMatchObject({ id: guild.applicationId });
    expect((await ask(guild, "GET /oauth2/applications/@me")).body).toMatchObject({
      id: guild.applicationId,
    });
    expect((await ask(guild, `GET /guilds/${guild.guildId}`)).body).toMatchObject({ name: "Learners" });
    expect((await ask(guild, `GET /guilds/${guild.guildId}/channels`)).list).toMatchObject([{ id: channel }]);
    expect((await ask(guild, `GET /guilds/${guild.guildId}/members/${ana.id}`)).body).toMatchObject({
      user: { id: ana.id },
    });
    const stranger = guild.person("stranger", { isMember: false });
    expect(await code(ask(guild, `GET /guilds/${guild.guildId}/members/${stranger.id}`))).toBe(10007);
    expect(await code(ask(guild, `GET /guilds/1/members/${ana.id}`))).toBe(10004);
    expect(await code(ask(guild, "GET /guilds/1"))).toBe(10004);
  });

  it("keeps commands under their ids as long as their names stay", async () => {
    const { guild } = await openGuild();
    const path = `/applications/${guild.applicationId}/commands`;
    const help = { name: "help", description: "d", description_localizations: { vi: "m" } };
    const first = await ask(guild, `POST ${path}`, help);
    expect(first).toMatchObject({ status: 201, body: { name: "help", type: 1 } });
    expect(await ask(guild, `POST ${path}`, { ...help, description: "new" })).toMatchObject({
      status: 200,
      body: { id: first.body.id, description: "new" },
    });
    const put = await ask(guild, `PUT ${path}`, [help, { type: 3, name: "Ask" }]);
    expect(put.list).toMatchObject([{ id: first.body.id, description: "d" }, { type: 3 }]);
    const one = `${path}/${first.body.id}`;
    expect((await ask(guild, `PATCH ${one}`, { description: "changed" })).body).toMatchObject({
      description: "changed",
    });
    expect((await ask(guild, `GET ${one}`)).body).toMatchObject({ description_localizations: { vi: "m" } });
    expect((await ask(guild, `DELETE ${one}`)).status).toBe(204);
    expect((await ask(guild, `GET ${path}`)).list).toMatchObject([{ name: "Ask" }]);
    for (const method of ["GET", "PATCH", "DELETE"])
      expect(await code(ask(guild, `${method} ${one}`, method === "PATCH" ? {} : undefined))).toBe(10063);
    expect(await code(ask(guild, "GET /applications/1/commands"))).toBe(20012);
    const twice = await ask(guild, `PUT ${path}`, [help, help]);
    expect(flatten(twice.body.errors)).toEqual(["1 APPLICATION_COMMANDS_DUPLICATE_NAME"]);
  });
});

describe("A message", () => {
  it("is posted, read, changed and taken back", async () => {
    const { guild, ana, channel } = await openGuild();
    const session = await identify(guild);
    const path = `/channels/${channel}/messages`;
    const { body } = await ask(guild, `POST ${path}`, { content: "one", embeds: [{ title: "t" }] });
    expect((await ask(guild, `GET ${path}/${body.id}`)).body).toMatchObject({
      content: "one",
      edited_timestamp: null,
    });
    const changed = await ask(guild, `PATCH ${path}/${body.id}`, { content: "two" });
    expect(changed.body).toMatchObject({
      content: "two",
      embeds: [{ title: "t" }],
      edited_timestamp: expect.any(String),
    });
    expect((await ask(guild, `DELETE ${path}/${body.id}`)).status).toBe(204);
    expect(guild.messagesSeenBy(ana, channel)).toEqual([]);
    await guild.until(() => session.events("MESSAGE_DELETE")[0]);
    expect(session.heard.flatMap(({ t }) => t ?? []).slice(2)).toEqual([
      "MESSAGE_CREATE",
      "MESSAGE_UPDATE",
      "MESSAGE_DELETE",
    ]);
  });

  it.each([
    ["an empty one", "POST", "/channels/CHANNEL/messages", {}, 50006],
    ["one to nowhere", "POST", "/channels/1/messages", { content: "t" }, 10003],
    ["one that is not there", "GET", "/channels/CHANNEL/messages/1", undefined, 10008],
    ["a change of what is not there", "PATCH", "/channels/CHANNEL/messages/1", { content: "t" }, 10008],
    ["a change of somebody else's", "PATCH", "/channels/CHANNEL/messages/THEIRS", { content: "t" }, 50005],
    ["somebody else's taken back", "DELETE", "/channels/CHANNEL/messages/THEIRS", undefined, 50013],
    ["one in a forum", "POST", "/channels/FORUM/messages", { content: "t" }, 40058],
    ["one in a channel that is hidden", "POST", "/channels/HIDDEN/messages", { content: "t" }, 50001],
    ["one in a channel that is closed", "POST", "/channels/SILENT/messages", { content: "t" }, 50013],
    [
      "a reply where nothing can be read",
      "POST",
      "/channels/DEAF/messages",
      { content: "t", message_reference: { message_id: "1" } },
      160002,
    ],
    ["one to who takes none", "POST", "/channels/CLOSED/messages", { content: "t" }, 50007],
    [
      "direct messages to a bot",
      "POST",
      "/users/@me/channels",
      { recipient_id: "900000000000000001" },
      50033,
    ],
    ["a thread in direct messages", "POST", "/channels/CLOSED/threads", { name: "t" }, 50024],
    ["direct messages renamed", "PATCH", "/channels/CLOSED", { name: "t" }, 50024],
  ] as const)("is refused with its code: %s", async (_, method, path, body, wanted) => {
    const { guild, ana, channel } = await openGuild();
    const theirs = ana.says(channel, "mine").id;
    const [hidden, silent, deaf] = ["hidden", "silent", "deaf"].map((name) => guild.channel(name));
    guild.deny(hidden ?? "", ["ViewChannel"]);
    guild.deny(silent ?? "", ["SendMessages"]);
    guild.deny(deaf ?? "", ["ReadMessageHistory"]);
    const ben = guild.person("ben");
    ben.closesDms();
    const places = {
      CHANNEL: channel,
      THEIRS: theirs,
      HIDDEN: hidden,
      SILENT: silent,
      DEAF: deaf,
      FORUM: guild.forum("f"),
      CLOSED: ben.dm,
    };
    const real = path.replace(
      /[A-Z]{4,}/g,
      (name) => Object.entries(places).find(([key]) => key === name)?.[1] ?? name,
    );
    expect(await code(ask(guild, `${method} ${real}`, body))).toBe(wanted);
  });

  it("with a nonce that is enforced is made once in some minutes", async () => {
    const { guild, ana, channel, clock } = await openGuild();
    const post = (fields: object = {}) =>
      ask(guild, `POST /channels/${channel}/messages`, {
        content: "t",
        nonce: "n",
        enforce_nonce: true,
        ...fields,
      });
    const first = await post();
    expect((await post()).body.id).toBe(first.body.id);
    expect((await post({ nonce: "other" })).body.id).not.toBe(first.body.id);
    expect((await post({ enforce_nonce: false })).body.id).not.toBe(first.body.id);
    await clock.advance(5 * 60_000);
    await post();
    expect(guild.messagesSeenBy(ana, channel)).toHaveLength(4);
  });

  it("pings whom it may", async () => {
    const { guild, ana, channel } = await openGuild();
    const role = guild.role("helpers");
    const content = `<@${ana.id}> <@&${role}> @everyone`;
    const said = ana.says(channel, "hello");
    const pings = async (fields: object) => {
      const { body } = await ask(guild, `POST /channels/${channel}/messages`, { content, ...fields });
      return guild.messagesSeenBy(ana, channel).find(({ id }) => id === body.id)?.mentions;
    };
    expect(await pings({})).toEqual({ users: [ana.id], roles: [], everyone: false });
    expect(await pings({ allowed_mentions: { parse: [] } })).toEqual({
      users: [],
      roles: [],
      everyone: false,
    });
    const reply = { content: "t", message_reference: { message_id: said.id } };
    expect(await pings(reply)).toMatchObject({ users: [ana.id] });
    expect(await pings({ ...reply, allowed_mentions: { parse: [] } })).toMatchObject({ users: [] });
    guild.allow(channel, ["MentionEveryone"]);
    expect(await pings({})).toEqual({ users: [ana.id], roles: [role], everyone: true });
  });

  it("with Components V2 never goes back", async () => {
    const { guild, channel } = await openGuild();
    const components = [{ type: 17, components: [{ type: 10, content: "text" }] }];
    const { body } = await ask(guild, `POST /channels/${channel}/messages`, { flags: 1 << 15, components });
    expect(body).toMatchObject({
      flags: 1 << 15,
      components: [{ type: 17, id: 1, components: [{ id: 2 }] }],
    });
    const refusal = await ask(guild, `PATCH /channels/${channel}/messages/${body.id}`, {
      content: "t",
      flags: 0,
    });
    expect(flatten(refusal.body.errors)).toEqual(["flags MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG"]);
  });

  it("is found among others: before, after and around", async () => {
    const { guild, ana } = await openGuild();
    const ids = ["1", "2", "3", "4", "5"].map((text) => ana.says(ana.dm, text).id);
    const list = async (query: string) =>
      (await ask(guild, `GET /channels/${ana.dm}/messages?${query}`)).list.map(
        (one) => JSON.stringify(one).match(/"content":"(\d)"/)?.[1],
      );
    expect(await list("")).toEqual(["5", "4", "3", "2", "1"]);
    expect(await list("limit=2")).toEqual(["5", "4"]);
    expect(await list(`limit=2&before=${ids[3]}`)).toEqual(["3", "2"]);
    expect(await list(`limit=2&after=${ids[1]}`)).toEqual(["4", "3"]);
    expect(await list(`limit=3&around=${ids[2]}`)).toEqual(["4", "3", "2"]);
    expect((await ask(guild, `GET /channels/${ana.dm}/messages?limit=101`)).body).toMatchObject({
      code: 50035,
    });
  });
});

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
    expect(() => ana.posts(forum, { title: "t", text: "t" })).toThrow("help asks for a tag");
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

describe("The rate", () => {
  it("is told in headers, limits each place, and begins anew after 5 s", async () => {
    const { guild, clock, channel } = await openGuild({ burst: 2 });
    const post = () => ask(guild, `POST /channels/${channel}/messages`, { content: "t" });
    const first = await post();
    expect(Object.fromEntries(first.headers)).toMatchObject({
      "x-ratelimit-limit": "2",
      "x-ratelimit-remaining": "1",
      "x-ratelimit-reset-after": "5.000",
      "x-ratelimit-bucket": expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    await post();
    const third = await post();
    expect(third).toMatchObject({ status: 429, body: { retry_after: 5, global: false } });
    expect(Object.fromEntries(third.headers)).toMatchObject({
      "retry-after": "5",
      "x-ratelimit-scope": "user",
    });
    expect(
      (await ask(guild, `POST /channels/${guild.channel("other")}/messages`, { content: "t" })).status,
    ).toBe(200);
    await clock.advance(5000);
    expect((await post()).status).toBe(200);
  });

  it("has a limit for all requests but those of interactions", async () => {
    const { guild } = await openGuild({ perSecond: 3 });
    for (let made = 0; made < 3; made += 1) await ask(guild, "GET /users/@me");
    const fourth = await ask(guild, "GET /users/@me");
    expect(fourth).toMatchObject({ status: 429, body: { global: true } });
    expect(fourth.headers.get("x-ratelimit-global")).toBe("true");
    expect((await askAs(guild, undefined, "POST /interactions/1/t/callback", { type: 6 })).status).toBe(404);
  });
});
