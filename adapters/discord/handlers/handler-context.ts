import type { Client, REST } from "discord.js";
import type { Logger } from "../../../src/lib/logger.ts";
import type { Core } from "../../../src/platform/adapter.ts";
import type { HelpChannel } from "../../../src/platform/help-channels.ts";
import type { Send } from "../sending/send.ts";

/** What there is to know of the channels in which people write and press. */
export interface ChannelSettings {
  readonly helpChannels: ReadonlyMap<string, HelpChannel>;
  /** Whether text channels that it watches are answered in threads. */
  readonly usesThreads: boolean;
}

/** What the listeners need: the core, and the ways to answer. */
export interface HandlerContext extends ChannelSettings {
  readonly core: Core;
  readonly rest: REST;
  readonly send: Send;
  readonly log: Logger;
  /** Whether messages that don't mention the bot can be read. */
  readonly readsContent: () => boolean;
  readonly client: () => Client<true>;
}
