import type { Guild } from "../../local/discord/guild.ts";
import type { Bot } from "../bot.ts";

/** When the bot could not receive or keep what people did. */
export interface Outages {
  /** Whether there is no gateway session: Discord never delivers what is said now. */
  hasNoSession(): boolean;
  /** Whether something done at this time (epoch ms) came while the bot was down or shortly before it was killed. */
  wasKilled(at: number): boolean;
  /** Whether the killed bot had stored, but not finished, an event of this person. */
  hadStored(person: string): boolean;
}

/** The time the bot may take to store an event. */
const storeTimeMs = 1000;

interface Outage {
  readonly from: number;
  readonly until: number;
  readonly unfinished: readonly string[];
}

/** Wraps the bot so that every crash is recorded. */
export function recordOutages(guild: Guild, bot: Bot): { readonly bot: Bot; readonly outages: Outages } {
  const outages: Outage[] = [];
  return {
    bot: {
      ...bot,
      crash: async () => {
        const from = Date.now();
        const unfinished = await bot.crash();
        outages.push({ from, until: Date.now(), unfinished });
        return unfinished;
      },
      restart: async (pauseMs) => {
        const from = Date.now();
        await bot.restart(pauseMs);
        outages.push({ from, until: Date.now(), unfinished: [] });
      },
    },
    outages: {
      hasNoSession: () => !guild.hasSession(),
      wasKilled: (at) => outages.some(({ from, until }) => at > from - storeTimeMs && at < until),
      hadStored: (person) =>
        outages.some(({ unfinished }) => unfinished.some((body) => body.includes(`"${person}"`))),
    },
  };
}
