import type { Random } from "../../bench/random.ts";
import type { Workspace } from "../../local/slack/workspace.ts";
import type { Bot } from "../bot.ts";
import type { LeapingClock } from "../clock.ts";

/** Where a round takes place. */
export interface Scene {
  readonly workspace: Workspace;
  readonly transport: string;
  readonly clock: LeapingClock;
  readonly bot: Bot;
  readonly random: Random;
}
