import { describe, expect, it } from "vitest";
import { openGuild } from "./connect-app.ts";
import { ask, flatten } from "./raw.ts";
import { identify } from "./raw-session.ts";

const code = async (answer: ReturnType<typeof ask>) => (await answer).body.code;

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
