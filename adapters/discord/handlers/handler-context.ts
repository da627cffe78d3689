import type { Client } from "discord.js";
import type { IsFirstSeen } from "../../../src/lib/dedupe.ts";
import type { ChannelSettings } from "../parsing/channel-settings.ts";
import type { ResponseContext } from "../responding/response-context.ts";
import type { RestApi } from "../rest/rest-client.ts";

/** What the event handlers need. */
export interface HandlerContext extends ResponseContext, ChannelSettings {
  readonly rest: RestApi;
  /** The connected client, which is replaced if the bot has to reconnect without the message content intent. */
  readonly client: () => Client<true>;
  /** Whether the bot has the message content intent. */
  readonly readsContent: () => boolean;
  /** Whether a conversation is the first time one in which the bot can't read what is said to it. */
  readonly isFirstUnreadable: IsFirstSeen;
  /** The address of the API, if it is not Discord's. */
  readonly api: string | undefined;
}
