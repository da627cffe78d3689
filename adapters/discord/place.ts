import { z } from "zod";
import type { Address, Incoming } from "../../src/platform/incoming.ts";

/**
 * Where a reply goes on Discord. `user` is who wrote or pressed.
 * - `direct`: a DM with the bot.
 * - `channel`: a server channel. The answer replies to `root`, the message that began the conversation, or goes to the
 *   thread under it.
 * - `thread`: a thread or a forum post.
 * - `aside`: ephemeral, seen by `user` only. The bot need not be a member there.
 * - `board`: a channel that nobody wrote in, such as the team's.
 *
 * Stored in addresses: what earlier versions wrote must stay readable.
 */
const placeSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("direct"), channel: z.string(), user: z.string() }),
  z.object({
    kind: z.literal("channel"),
    guild: z.string(),
    channel: z.string(),
    root: z.string(),
    user: z.string(),
    inThread: z.boolean().exactOptional(),
  }),
  z.object({
    kind: z.literal("thread"),
    guild: z.string(),
    parent: z.string(),
    channel: z.string(),
    user: z.string(),
  }),
  z.object({
    kind: z.literal("aside"),
    guild: z.string().exactOptional(),
    channel: z.string(),
    user: z.string(),
  }),
  z.object({ kind: z.literal("board"), channel: z.string() }),
]);
export type DiscordPlace = Readonly<z.infer<typeof placeSchema>>;
/** A place where somebody wrote or pressed. */
export type UserPlace = Exclude<DiscordPlace, { kind: "board" }>;
export type ChannelPlace = Extract<DiscordPlace, { kind: "channel" }>;

/** Reads the place in an address. */
export function readPlace(data: string): DiscordPlace {
  return placeSchema.parse(JSON.parse(data));
}

export function toAddress(place: DiscordPlace): Address {
  return { adapter: "discord", data: JSON.stringify(place) };
}

/** A user is the same in all servers. */
export function personId(user: string): string {
  return `discord/${user}`;
}

/**
 * A DM is one conversation, so is a thread or a forum post, and so are one person's commands in a channel. In a channel,
 * everything that follows from one message is, including the thread under it, which has the message's id.
 */
export function conversationId(place: UserPlace): string {
  switch (place.kind) {
    case "direct":
      return `discord/direct/${place.channel}`;
    case "channel":
      return `discord/${place.guild}/${place.channel}/${place.root}`;
    case "thread":
      return `discord/${place.guild}/${place.parent}/${place.channel}`;
    case "aside":
      return `discord/${place.guild ?? "elsewhere"}/${place.channel}/command/${place.user}`;
  }
}

/** The channel or forum, which all its threads and commands share; undefined in direct messages. */
export function channelId(place: UserPlace): string | undefined {
  switch (place.kind) {
    case "direct":
      return undefined;
    case "channel":
      return `discord/${place.guild}/${place.channel}`;
    case "thread":
      return `discord/${place.guild}/${place.parent}`;
    case "aside":
      return `discord/${place.guild ?? "elsewhere"}/${place.channel}`;
  }
}

/** The kind of place, in the core's terms. */
export function placeKind(place: UserPlace): Incoming["place"] {
  switch (place.kind) {
    case "direct":
      return "private";
    case "channel":
    case "thread":
      return "channel";
    case "aside":
      return "aside";
  }
}
