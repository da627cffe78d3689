import type { Random } from "../../bench/random.ts";
import type { Guild } from "../../local/discord/guild.ts";
import type { Bot } from "../bot.ts";
import type { LeapingClock } from "../clock.ts";

/** Where a round takes place. */
export interface Scene {
  readonly guild: Guild;
  readonly clock: LeapingClock;
  readonly bot: Bot;
  readonly random: Random;
}
