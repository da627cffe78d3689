import type { GuildContext } from "../guild-context.ts";
import type { PrivilegedIntent } from "./intents.ts";
import type { SessionStarts } from "./session-starts.ts";

export interface GatewayOptions {
  /** A function, since the context needs the gateway first. */
  readonly context: () => GuildContext;
  /** The privileged intents that the Developer Portal grants. */
  readonly privileged: readonly PrivilegedIntent[];
  /** By the machine's clock, which is the app's too. */
  readonly heartbeatIntervalMs: number;
  readonly url: () => string;
  /** With fewer shards, an identification is refused. */
  readonly minShards: number;
  readonly sessionStarts: SessionStarts;
}
