import type { Guild } from "../../local/discord/guild.ts";
import type { Bot } from "../bot.ts";

/** When what people did could not be heard, or not be kept. */
export interface Outages {
  /** Whether what is said now is told to nobody, for good: Discord tells each event to the sessions that there are. */
  isDeaf(): boolean;
  /** Whether the bot was killed shortly after somebody did something at a moment, or was not there yet again. */
  wasKilled(at: number): boolean;
  /** Whether it had stored what they did when it was killed, and not finished it. */
  hadStored(person: string): boolean;
}

/** How long the bot has to store what it heard, in milliseconds. */
const storing = 1000;

interface Outage {
  readonly from: number;
  readonly until: number;
  readonly left: readonly string[];
}

/** The bot, with its ends and returns noted. */
export function noteOutages(guild: Guild, bot: Bot): { readonly bot: Bot; readonly outages: Outages } {
  const outages: Outage[] = [];
  return {
    bot: {
      ...bot,
      crash: async () => {
        const from = Date.now();
        const left = await bot.crash();
        outages.push({ from, until: Date.now(), left });
        return left;
      },
    },
    outages: {
      isDeaf: () => !guild.hasListener(),
      wasKilled: (at) => outages.some(({ from, until }) => at > from - storing && at < until),
      hadStored: (person) => outages.some(({ left }) => left.some((body) => body.includes(`"${person}"`))),
    },
  };
}
