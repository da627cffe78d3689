import fc from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { createConnection } from "../../../adapters/discord/connection/connection.ts";
import { describeAway } from "../../../adapters/discord/connection/describe-away.ts";
import { discordSettings } from "../../../adapters/discord/settings.ts";
import type { GuildOptions } from "../../../local/discord/options.ts";
import { createLog } from "../../../src/insight/log.ts";
import { openGuild } from "../../local/discord/connect-app.ts";
import { ask } from "../../local/discord/raw.ts";
import { until } from "../../support/until.ts";
import { openAway } from "./open-away.ts";
import { startBot, textOf } from "./start-discord.ts";

const lost = "the key of my door is lost";
const late = "while I was away";

const limitShape = z.object({ remaining: z.number() });

/** A guild for each shard, each with a help channel, in the order of the shards. */
async function openShards(count: number, options: Omit<GuildOptions, "clock"> = {}) {
  const byShard = new Map<number, string>();
  const away = await openAway({
    guild: { recommendedShards: count, maxConcurrency: count, ...options },
    prepare: (guild) => {
      const others = Array.from({ length: count - 1 }, (_, index) => guild.otherGuild(`server ${index}`));
      for (const id of [guild.guildId, ...others]) {
        byShard.set(Number((BigInt(id) >> 22n) % BigInt(count)), guild.channel("help", id));
      }
      return { DISCORD_HELP_CHANNELS: [...byShard.values()].join(",") };
    },
  });
  const channelOf = (shard: number) => byShard.get(shard) ?? "";
  const channels = [...Array(count).keys()].map(channelOf);
  const startsLeft = async () =>
    limitShape.parse((await ask(away.guild, "GET /gateway/bot")).body.session_start_limit).remaining;
  return { ...away, channelOf, channels, startsLeft };
}

describe.each([2, 3])("with %i shards", (count) => {
  it("each server's question and each direct message is answered once", async () => {
    const { guild, ana, bo, channels, start, answer, said, startsLeft } = await openShards(count);
    const bot = await start();
    expect(guild.connectedSessions()).toHaveLength(count);
    for (const channel of channels) ana.says(channel, lost);
    bo.says(bo.dm, lost);
    for (const channel of channels) expect(textOf(await answer(channel))).toContain("I lost the key");
    expect(textOf(await answer(bo.dm, 0, bo))).toContain("I lost the key");
    await bot.stop();
    for (const channel of channels) expect(said(channel)).toHaveLength(1);
    expect(said(bo.dm, bo)).toHaveLength(1);
    expect(await startsLeft()).toBe(1000 - count);
  });

  it("what was written while the bot was away is answered late, and once, on all of them", async () => {
    const { ana, bo, channels, start, answer, said, caughtUp } = await openShards(count);
    await (await start()).stop();
    for (const channel of channels) ana.says(channel, lost);
    bo.says(bo.dm, lost);
    const bot = await start();
    for (const channel of channels) expect(textOf(await answer(channel))).toContain(late);
    expect(textOf(await answer(bo.dm, 0, bo))).toContain(late);
    await caughtUp(count);
    await bot.stop();
    for (const channel of channels) expect(said(channel)).toHaveLength(1);
  });
});

describe("a start with shards", () => {
  it("begins one session after the other where Discord asks for it, and is ready with the last", async () => {
    // discord.js waits five seconds; less is asked here, since what is sent may arrive sooner or later.
    const { guild, start, startsLeft } = await openShards(2, { maxConcurrency: 1, identifyWindowMs: 4000 });
    const starting = start();
    await guild.until(() => guild.connectedSessions()[0]);
    expect(guild.connectedSessions()).toHaveLength(1);
    const bot = await starting;
    expect([guild.connectedSessions().length, bot.isReceiving?.(), bot.whatIsAway?.()]).toEqual([
      2,
      true,
      undefined,
    ]);
    expect(await startsLeft()).toBe(998);
  });

  it("right after another one is refused at first, and begins a little later", async () => {
    const { guild, start, startsLeft } = await openShards(2, { identifyWindowMs: 4000 });
    await (await start()).stop();
    const bot = await start();
    expect([guild.connectedSessions().length, bot.isReceiving?.()]).toEqual([2, true]);
    expect(await startsLeft()).toBeGreaterThan(990);
  });

  it("says what to do where Discord requires more shards", async () => {
    const { guild } = await openGuild({ minShards: 2, recommendedShards: 2, maxConcurrency: 2 });
    const starting = startBot(guild, { settings: { DISCORD_SHARDS: "1" } });
    await expect(starting).rejects.toThrow(/set DISCORD_SHARDS=auto$/);
    await startBot(guild);
    expect(guild.connectedSessions()).toHaveLength(2);
  });
});

describe("one shard of two", () => {
  it("that is dropped resumes, with what was written meanwhile, while the other goes on", async () => {
    const { guild, ana, channels, start, answer, startsLeft } = await openShards(2);
    const bot = await start();
    guild.faults.dropGateway(4000, 1);
    await until(() => bot.whatIsAway?.());
    expect([bot.isReceiving?.(), bot.whatIsAway?.()]).toEqual([false, "shard 1 is away, of shards 0 to 1"]);
    for (const channel of channels) ana.says(channel, lost);
    for (const channel of channels) expect(textOf(await answer(channel))).not.toContain(late);
    await until(() => bot.isReceiving?.() || undefined);
    expect(await startsLeft()).toBe(998);
  });

  it("whose session is over begins a new one, and its server's messages are read back", async () => {
    const away = await openShards(2, { identifyWindowMs: 4000 });
    const { guild, ana, bo, channelOf, start, answer, said, caughtUp, startsLeft } = away;
    const bot = await start();
    bo.says(bo.dm, lost);
    await answer(bo.dm, 0, bo);
    guild.faults.invalidateSession(false, 1);
    for (const shard of [0, 1]) ana.says(channelOf(shard), lost);
    expect(textOf(await answer(channelOf(0)))).not.toContain(late);
    expect(textOf(await answer(channelOf(1)))).toContain(late);
    expect(await caughtUp()).toMatchObject({ shard: 1, answered: 1, read: 1 });
    await bot.stop();
    expect([said(channelOf(0)).length, said(channelOf(1)).length, said(bo.dm, bo).length]).toEqual([1, 1, 1]);
    expect(await startsLeft()).toBe(997);
  });

  it("that is silent for two minutes is away, although the other is not", async () => {
    const { guild, ana, channels } = await openShards(2);
    let now = Date.now();
    const connection = createConnection({
      ...{ token: guild.token, api: guild.restUrl, log: createLog("silent"), wantsContent: false },
      now: () => now,
      shards: 2,
    });
    await connection.open(() => {});
    onTestFinished(() => connection.close());
    expect(connection.isReceiving()).toBe(true);
    now += 121_000;
    expect([connection.isReceiving(), connection.whatIsAway()]).toEqual([false, undefined]);
    ana.says(channels[0] ?? "", "a sign of life");
    await until(() => connection.whatIsAway());
    expect([connection.isReceiving(), connection.whatIsAway()]).toEqual([
      false,
      "shard 1 is away, of shards 0 to 1",
    ]);
  });
});

it.each([1, undefined])(
  "where shard %j is closed for good, all begin anew once, and nothing is lost",
  async (shard) => {
    const { guild, ana, channels, lines, start, answer } = await openShards(2, { maxConcurrency: 1 });
    const bot = await start();
    guild.faults.dropGateway(4011, shard);
    for (const channel of channels) ana.says(channel, lost);
    for (const channel of channels) await answer(channel);
    expect(textOf(await answer(channels[1] ?? ""))).toContain(late);
    await until(() => bot.isReceiving?.() || undefined);
    expect(lines.filter((line) => line.includes("set DISCORD_SHARDS=auto"))).toHaveLength(1);
    expect(guild.connections()).toBe(2);
  },
);

describe.each([
  [1, 2],
  [2, 1],
  [2, 3],
])("from %i shards to %i", (before, after) => {
  it("nothing that was written meanwhile is lost, or answered twice", async () => {
    const { ana, bo, channels, memory, start, answer, said, caughtUp } = await openShards(3);
    const first = await start({ DISCORD_SHARDS: String(before) });
    await first.stop();
    for (const channel of channels) ana.says(channel, lost);
    bo.says(bo.dm, lost);
    const second = await start({ DISCORD_SHARDS: String(after) });
    for (const channel of channels) expect(textOf(await answer(channel))).toContain(late);
    expect(textOf(await answer(bo.dm, 0, bo))).toContain(late);
    await caughtUp(after);
    await second.stop();
    for (const channel of channels) expect(said(channel)).toHaveLength(1);
    expect(said(bo.dm, bo)).toHaveLength(1);
    expect(await memory.list("gateway")).toHaveLength(after);
  });
});

describe("DISCORD_SHARDS", () => {
  const read = (value?: string) =>
    discordSettings.schema.safeParse({
      DISCORD_TOKEN: "t",
      ...(value !== undefined && { DISCORD_SHARDS: value }),
    });

  it.each([
    [undefined, "auto"],
    ["auto", "auto"],
    ["1", 1],
    ["60", 60],
  ])("%j is %j", (value, shards) => {
    expect(read(value).data?.DISCORD_SHARDS).toBe(shards);
  });

  it.each(["0", "-1", "61", "1.5", "lots", "AUTO", "1e1", "0x2", " 2", "9".repeat(400)])(
    "%j is refused, with what is allowed",
    (value) => {
      expect(read(value).error?.issues.map(({ message }) => message)).toEqual([
        "DISCORD_SHARDS must be auto (as many as Discord recommends) or a whole number from 1 to 60",
      ]);
    },
  );

  it("is auto, a number from 1 to 60, or refused with one message", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.integer().map(String)), (value) => {
        const { data, error } = read(value);
        const shards = data?.DISCORD_SHARDS;
        if (error) return error.issues.length === 1;
        return shards === "auto" ? value === "auto" : Number(value) === shards && shards >= 1 && shards <= 60;
      }),
    );
  });
});

it("what is away is said in words, unless nothing or everything is", () => {
  expect([describeAway([], 3), describeAway([0], 1), describeAway([0, 1, 2], 3)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(describeAway([2], 3)).toBe("shard 2 is away, of shards 0 to 2");
  expect(describeAway([0, 2, 3], 5)).toBe("shards 0, 2 and 3 are away, of shards 0 to 4");
});
