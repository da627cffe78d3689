import type { Client } from "discord.js";
import type { PersonsPlace } from "../place.ts";

/**
 * What a channel is as a place where a message of the bot's, `root`, begins a conversation; nobody owns it yet.
 * Undefined where there is no such channel.
 */
export type LookUpPlace = (channel: string, root: string) => Promise<PersonsPlace | undefined>;

export function createLookUpPlace(client: () => Client<true>): LookUpPlace {
  return async (id, root) => {
    const channel = await client().channels.fetch(id);
    if (!channel || channel.isDMBased()) return undefined;
    const where = { guild: channel.guildId, channel: id, user: client().user.id };
    return channel.isThread()
      ? { kind: "thread", parent: channel.parentId ?? "", ...where }
      : { kind: "channel", root, ...where };
  };
}
