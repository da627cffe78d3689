import type { Clock } from "../shared/clock.ts";
import type { State } from "../shared/observable-state.ts";
import type { GatewayEvent } from "./gateway/events.ts";
import type { Ids } from "./state/ids.ts";
import type { Data } from "./state/model.ts";

/** The one app that is installed in the server. */
export interface AppIdentity {
  readonly applicationId: string;
  /** The same as the application's, as for all newer apps. */
  readonly botUserId: string;
  readonly botName: string;
  readonly token: string;
  readonly guildId: string;
  readonly guildName: string;
  readonly ownerId: string;
  readonly publicKey: string;
}

/** What every part of the server works with. */
export interface GuildContext {
  readonly clock: Clock;
  readonly state: State<Data>;
  readonly ids: Ids;
  readonly app: AppIdentity;
  /** Whether the portal lets the app read what people write: events/gateway#message-content-intent */
  readonly readsContent: boolean;
  /** Tells the app, where its intents cover it. */
  readonly announce: (event: GatewayEvent) => void;
}
