import type { Clock } from "../shared/clock.ts";
import type { ObservableState } from "../shared/observable-state.ts";
import type { GatewayEvent } from "./gateway/gateway-event.ts";
import type { DiscordIds } from "./state/ids.ts";
import type { GuildData } from "./state/model.ts";

/** The app that is installed in the guild. */
export interface DiscordAppIdentity {
  readonly applicationId: string;
  /** The same as the application id, as for all newer apps. */
  readonly botUserId: string;
  readonly botName: string;
  readonly token: string;
  readonly guildId: string;
  readonly guildName: string;
  readonly ownerId: string;
  readonly publicKey: string;
}

/** What every part of the guild uses. */
export interface GuildContext {
  readonly clock: Clock;
  readonly state: ObservableState<GuildData>;
  readonly ids: DiscordIds;
  readonly app: DiscordAppIdentity;
  /** Whether the Developer Portal grants the message content intent: events/gateway#message-content-intent */
  readonly hasContentIntent: boolean;
  /** Where attachments with a text are served, in place of Discord's CDN. */
  readonly filesUrl: () => string;
  /** The contents of attachments that were uploaded with one, by attachment id. */
  readonly fileContents: Map<string, Uint8Array>;
  /** Sends an event to the app, if its intents cover it. */
  readonly announce: (event: GatewayEvent) => void;
}
