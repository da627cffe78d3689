import type { Clock } from "../shared/clock.ts";
import type { State } from "../shared/observable-state.ts";
import type { Ids } from "./state/ids.ts";
import type { Channel, Data } from "./state/model.ts";

/** The one app that is installed in the workspace. */
export interface AppIdentity {
  readonly teamId: string;
  readonly teamDomain: string;
  readonly appId: string;
  readonly botId: string;
  readonly botUserId: string;
  readonly botName: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  /** What events and interactions carry as `token`: deprecated by Slack and still sent. */
  readonly verificationToken: string;
}

/** Tells the app of something; the channel says whether the app may hear of it. */
type Announce = (event: SlackEvent, channel?: Channel) => void;

export interface SlackEvent {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** What every part of the workspace works with. */
export interface WorkspaceContext {
  readonly clock: Clock;
  readonly state: State<Data>;
  readonly ids: Ids;
  readonly app: AppIdentity;
  readonly announce: Announce;
}
