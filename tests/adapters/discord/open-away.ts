import { onTestFinished } from "vitest";
import { type Guild, startGuild } from "../../../local/discord/guild.ts";
import type { GuildOptions } from "../../../local/discord/options.ts";
import { createManualClock } from "../../../local/shared/clock.ts";
import { createLog } from "../../../src/insight/log.ts";
import { createAdapterMemory } from "../../../src/runtime/adapter-memory.ts";
import { createMemoryStore } from "../../../src/store/memory.ts";
import { startSmallPack } from "../../support/small-pack.ts";
import { until } from "../../support/until.ts";
import { startBot } from "./start-discord.ts";

interface AwayOptions {
  readonly guild?: Omit<GuildOptions, "clock">;
  /** Told of the server before the bot starts, for settings that name its channels. */
  readonly prepare?: (guild: Guild) => Readonly<Record<string, string>>;
  /** How long ago the server's time begins, in minutes. */
  readonly minutesAgo?: number;
  /** Whether the store fails to keep a value, by its key. */
  readonly failsToKeep?: (key: string) => boolean;
}

/** A server whose bot can be away: what it keeps outlives it. */
export async function openAway(awayOptions: AwayOptions = {}) {
  const { guild: options, prepare, minutesAgo = 0, failsToKeep = () => false } = awayOptions;
  const clock = createManualClock(Date.now() - minutesAgo * 60_000);
  const unlimited = Number.POSITIVE_INFINITY;
  const guild = await startGuild({
    burst: unlimited,
    perSecond: unlimited,
    identifyWindowMs: 0,
    privileged: ["MessageContent"],
    ...options,
    clock,
  });
  onTestFinished(() => guild.close());
  const settings = prepare?.(guild) ?? {};
  const store = createMemoryStore(clock.now);
  const memory = createAdapterMemory(store, "discord");
  const core = startSmallPack(store);
  const lines: string[] = [];
  const log = createLog("info", { write: (line) => void lines.push(line) });
  let isKilled = false;
  /** @param more settings of this start alone */
  const start = async (more: Readonly<Record<string, string>> = {}) => {
    isKilled = false;
    const killable: typeof memory = {
      ...memory,
      set: async (key, ...value) => {
        if (failsToKeep(key)) throw new Error("the disk is full");
        if (!isKilled) await memory.set(key, ...value);
      },
    };
    return startBot(guild, {
      core,
      settings: { ...settings, ...more },
      log,
      memory: killable,
      now: clock.now,
    });
  };
  const ana = guild.person("ana");
  const bo = guild.person("bo");
  const said = (where: string, person: { readonly id: string } = ana) =>
    guild
      .messagesSeenBy(person, where)
      .filter(({ author, type }) => author === guild.botUserId && type !== 21);
  return {
    /** The bot has read back, so many times: what it counted last. */
    caughtUp: (times = 1) =>
      until((): unknown => {
        const read = lines.filter((line) => line.includes("read what was missed"));
        return read.length < times ? undefined : JSON.parse(read[times - 1] ?? "");
      }),
    lines,
    ...{ guild, clock, core, memory, ana, bo, start, said },
    answer: (where: string, index = 0, person: { readonly id: string } = ana) =>
      guild.until(() => said(where, person)[index]),
    /** Ends the bot as a signal that it can't catch does: it keeps nothing more, and its session stays. */
    kill: async (bot: Awaited<ReturnType<typeof start>>) => {
      isKilled = true;
      await bot.stop();
    },
  };
}
