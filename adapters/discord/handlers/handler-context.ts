import type { Client } from "discord.js";
import type { ChannelSettings } from "../parsing/channel-settings.ts";
import type { ResponseContext } from "../responding/response-context.ts";
import type { RestApi } from "../rest/rest-client.ts";

/** What the event handlers need. */
export interface HandlerContext extends ResponseContext, ChannelSettings {
  readonly rest: RestApi;
  /** The connected client, which is replaced if the bot has to reconnect without the message content intent. */
  readonly client: () => Client<true>;
}
