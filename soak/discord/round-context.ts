import type { Random } from "../../bench/random.ts";
import type { Guild } from "../../local/discord/guild.ts";
import type { Bot } from "../bot.ts";
import type { SkippableClock } from "../skippable-clock.ts";

/** One round on Discord: the local guild and the bot in it. */
export interface DiscordRound {
  readonly guild: Guild;
  readonly clock: SkippableClock;
  readonly bot: Bot;
  readonly random: Random;
}
