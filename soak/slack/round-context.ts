import type { Random } from "../../bench/random.ts";
import type { Workspace } from "../../local/slack/workspace.ts";
import type { Bot } from "../bot.ts";
import type { SkippableClock } from "../skippable-clock.ts";

/** One round on Slack: the local workspace and the bot in it. */
export interface SlackRound {
  readonly workspace: Workspace;
  readonly transport: string;
  readonly clock: SkippableClock;
  readonly bot: Bot;
  readonly random: Random;
}
