import type { Client, REST } from "discord.js";
import type { ChannelSettings } from "../parsing/channel-settings.ts";
import type { ResponseContext } from "../responding/response-context.ts";

/** What the event handlers need. */
export interface HandlerContext extends ResponseContext, ChannelSettings {
  readonly rest: REST;
  /** The connected client, which is replaced if the bot has to reconnect without the message content intent. */
  readonly client: () => Client<true>;
}
