import type { Workspace } from "../playground/slack/workspace.ts";
import type { Brain } from "../src/assistant.ts";
import type { LeapingClock } from "./clock.ts";

export type Transport = "socket" | "http";

/** Signpost, installed in a workspace. */
export interface Bot {
  /** Lets minutes pass until all is sent that was left. */
  recover(): Promise<void>;
  /** The process ends without a word, and another begins on the same store after its lease has run out. */
  crash(): Promise<void>;
  /** Lets everything be finished that is under way. */
  stop(): Promise<void>;
}

/** Whether the store refuses an event at this attempt. */
export type Refuses = (id: string) => boolean;

export interface BotParts {
  readonly workspace: Workspace;
  readonly transport: Transport;
  readonly clock: LeapingClock;
  readonly brain: Brain;
  /** Where the knowledge's model lies. */
  readonly learned: string;
  readonly refuses: Refuses;
}

/** Where Slack is for a bot. */
export function settingsFor(workspace: Workspace, transport: Transport): Readonly<Record<string, string>> {
  return {
    SLACK_BOT_TOKEN: workspace.botToken,
    SLACK_API_URL: workspace.apiUrl,
    ...(transport === "socket"
      ? { SLACK_APP_TOKEN: workspace.appToken }
      : { SLACK_SIGNING_SECRET: workspace.signingSecret }),
  };
}
