import { Events } from "discord.js";
import { describe, expect, it } from "vitest";
import type { Guild } from "../../../local/discord/guild.ts";
import { connectApp, openGuild } from "./connect-app.ts";
import { ask } from "./raw.ts";
import { identify, openSession, usualIntents } from "./raw-session.ts";

const start = (guild: Guild, shard: readonly unknown[]) =>
  openSession(guild).then((session) => {
    session.send(2, { token: guild.token, intents: usualIntents, properties: {}, shard });
    return session;
  });

const limit = async (guild: Guild) => (await ask(guild, "GET /gateway/bot")).body.session_start_limit;

describe("a shard", () => {
  it("is told of its guilds alone, and the first one of direct messages", async () => {
    const { guild, ana, channel } = await openGuild();
    const other = guild.otherGuild("Second");
    const elsewhere = guild.channel("general", other);
    const shards = [
      await identify(guild, usualIntents, [0, 2]),
      await identify(guild, usualIntents, [1, 2]),
    ] as const;
    for (const place of [channel, elsewhere, ana.dm]) ana.says(place, "hello");
    const heard = () =>
      shards.map((shard) => shard.events("MESSAGE_CREATE").map(({ channel_id: where }) => where));
    await guild.until(() => (heard().flat().length === 3 ? true : undefined));
    const homes = shards.map((shard) => shard.events("GUILD_CREATE").map(({ id }) => id));
    const first = (BigInt(guild.guildId) >> 22n) % 2n === 0n ? 0 : 1;
    expect(homes[first]).toEqual([guild.guildId]);
    expect(homes[1 - first]).toEqual([other]);
    expect(heard()[first]).toContain(channel);
    expect(heard()[1 - first]).toContain(elsewhere);
    expect(heard()[0]).toContain(ana.dm);
    expect(shards.map((shard) => shard.events("READY")[0]?.shard)).toEqual([
      [0, 2],
      [1, 2],
    ]);
  });

  it.each([
    [[2, 2], 4010],
    [[-1, 2], 4010],
    [[0, 0], 4010],
    [[0, 1], 4011],
    [["0", 2], 4002],
    [[0], 4002],
  ])("%j is refused with %i where two are required", async (shard, code) => {
    const { guild } = await openGuild({ minShards: 2 });
    expect(await (await start(guild, shard)).closed).toBe(code);
  });

  it("is dropped, invalidated or frozen while the others go on", async () => {
    const { guild } = await openGuild();
    const stays = await identify(guild, usualIntents, [0, 4]);
    const [dropped, invalid, frozen] = await Promise.all(
      [1, 2, 3].map((id) => identify(guild, usualIntents, [id, 4])),
    );
    guild.faults.dropGateway(4000, 1);
    guild.faults.invalidateSession(false, 2);
    guild.faults.freezeGateway(3);
    expect(await dropped?.closed).toBe(4000);
    await guild.until(() => invalid?.heard.find(({ op }) => op === 9));
    expect(frozen?.heard.some(({ op }) => op === 9)).toBe(false);
    expect(guild.connectedSessions()).toEqual([stays.events("READY")[0]?.session_id]);
  });
});

describe("session starts", () => {
  it("come too early before the window is over, unless they have another remainder", async () => {
    const { guild } = await openGuild({ maxConcurrency: 2, identifyWindowMs: 600_000 });
    await identify(guild, usualIntents, [0, 3]);
    await identify(guild, usualIntents, [1, 3]);
    const early = await start(guild, [2, 3]);
    await guild.until(() => early.heard.find(({ op }) => op === 9));
    expect(early.heard.at(-1)).toEqual({ op: 9, d: false });
    expect(await limit(guild)).toMatchObject({ remaining: 997, max_concurrency: 2 });
  });

  it("are refused like a wrong token once those of the day are spent", async () => {
    const { guild, clock } = await openGuild({ sessionStarts: 1 });
    await clock.advance(1000);
    await identify(guild);
    expect(await (await start(guild, [0, 1])).closed).toBe(4004);
    await clock.advance(3_600_000);
    expect(await limit(guild)).toEqual({
      total: 1,
      remaining: 0,
      reset_after: 23 * 3_600_000,
      max_concurrency: 1,
    });
    await clock.advance(23 * 3_600_000);
    await identify(guild);
  });
});

describe("a guild beside the first one", () => {
  it("has its own channels, threads and people's messages, also for the API", async () => {
    const { guild, ana, channel } = await openGuild();
    const other = guild.otherGuild("Second");
    const forum = guild.forum("questions", { guild: other });
    const { thread } = ana.posts(forum, { title: "my key", text: "is lost" });
    const listed = await ask(guild, `GET /guilds/${other}/channels`);
    expect(listed.list).toMatchObject([{ id: forum, guild_id: other }]);
    expect((await ask(guild, `GET /guilds/${guild.guildId}/channels`)).list).toMatchObject([{ id: channel }]);
    expect((await ask(guild, `GET /guilds/${other}`)).body).toMatchObject({
      name: "Second",
      roles: [{ id: other, name: "@everyone" }],
    });
    expect((await ask(guild, `GET /guilds/${other}/threads/active`)).body).toMatchObject({
      threads: [{ id: thread.id, guild_id: other, parent_id: forum }],
    });
    expect((await ask(guild, `GET /guilds/${guild.guildId}/threads/active`)).body).toMatchObject({
      threads: [],
    });
    guild.deny(forum, ["ViewChannel"], other);
    expect((await ask(guild, `GET /channels/${forum}`)).body.code).toBe(50001);
  });

  it("is told to the app when it is created", async () => {
    const { guild } = await openGuild();
    const joined: string[] = [];
    await connectApp(guild, (client) => client.on(Events.GuildCreate, ({ id }) => void joined.push(id)));
    const other = guild.otherGuild("Second");
    await guild.until(() => joined[0]);
    expect(joined).toEqual([other]);
  });
});

describe("discord.js with shards", () => {
  it("takes as many as are recommended, and waits between their starts as it has to", async () => {
    // discord.js waits five seconds; less is asked here, since what is sent may arrive sooner or later.
    const { guild } = await openGuild({ recommendedShards: 2, identifyWindowMs: 4000 });
    guild.otherGuild("Second");
    const client = await connectApp(guild, () => {}, { shards: "auto" });
    expect([client.ws.shards.size, client.guilds.cache.size]).toEqual([2, 2]);
    expect(await limit(guild)).toMatchObject({ remaining: 998 });
  });
});
