import type { Clock } from "../shared/clock.ts";
import type { ObservableState } from "../shared/observable-state.ts";
import type { SlackIds } from "./state/ids.ts";
import type { WorkspaceChannel, WorkspaceData } from "./state/model.ts";

/** The app that is installed in the workspace. */
export interface SlackAppIdentity {
  readonly teamId: string;
  readonly teamDomain: string;
  readonly appId: string;
  readonly botId: string;
  readonly botUserId: string;
  readonly botName: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  /** The `token` of events and interactions: deprecated, but still sent. */
  readonly verificationToken: string;
}

/** Sends an event to the app, if the app may see the channel. */
type Announce = (event: SlackEvent, channel?: WorkspaceChannel) => void;

export interface SlackEvent {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** What every part of the workspace uses. */
export interface WorkspaceContext {
  readonly clock: Clock;
  readonly state: ObservableState<WorkspaceData>;
  readonly ids: SlackIds;
  readonly app: SlackAppIdentity;
  readonly announce: Announce;
  /** Whether the app has the agent view. */
  readonly hasAgentView: boolean;
  /** Whether the app is told what a person is looking at (changelog/2026/07/02/app-context). */
  readonly tellsAppContext: boolean;
  /** The contents of files that were uploaded with one, by file id. */
  readonly fileContents: Map<string, Uint8Array>;
}
