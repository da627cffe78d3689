import type { Client } from "discord.js";
import type { UserPlace } from "../place.ts";

/**
 * The place of a conversation that a message of the bot, `root`, begins in a channel or thread. Undefined if the channel
 * does not exist or is a DM.
 */
export type LookUpPlace = (channel: string, root: string) => Promise<UserPlace | undefined>;

export function createLookUpPlace(client: () => Client<true>): LookUpPlace {
  return async (id, root) => {
    const channel = await client().channels.fetch(id);
    if (!channel || channel.isDMBased()) return undefined;
    const base = { guild: channel.guildId, channel: id, user: client().user.id };
    return channel.isThread()
      ? { kind: "thread", parent: channel.parentId ?? "", ...base }
      : { kind: "channel", root, ...base };
  };
}
