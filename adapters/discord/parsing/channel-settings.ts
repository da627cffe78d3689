import type { HelpChannel } from "../../../src/platform/help-channels.ts";

/** The settings that decide what the bot reads and where it answers. */
export interface ChannelSettings {
  /** By channel id. A forum counts for all its posts. */
  readonly helpChannels: ReadonlyMap<string, HelpChannel>;
  /** Whether questions in help channels are answered in a thread instead of by a reply. */
  readonly usesThreads: boolean;
}
