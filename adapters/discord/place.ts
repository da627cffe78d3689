import { z } from "zod";
import type { Address, Incoming } from "../../src/platform/incoming.ts";

/**
 * Where a reply goes on Discord. `direct`: direct messages with the bot. `channel`: a channel of a server, as a reply
 * to `root`, the message that began the conversation, or in a thread under it. `thread`: a thread or a forum post.
 * `aside`: any place in which only `user` sees it, also where the bot is no member. `board`: a channel that nobody
 * has written in, such as the team's. `user` is who wrote or pressed.
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
/** A place in which somebody wrote or pressed. */
export type PersonsPlace = Exclude<DiscordPlace, { kind: "board" }>;

export function readPlace(data: string): DiscordPlace {
  return placeSchema.parse(JSON.parse(data));
}

export function toAddress(place: DiscordPlace): Address {
  return { adapter: "discord", data: JSON.stringify(place) };
}

/** What every event from a place has in common. */
export function fromPlace(
  place: PersonsPlace,
): Pick<Incoming, "address" | "conversation" | "person" | "place"> {
  return {
    address: toAddress(place),
    conversation: conversationOf(place),
    person: personOf(place.user),
    place: seenIn(place),
  };
}

/** A user is the same in all servers. */
export function personOf(user: string): string {
  return `discord/${user}`;
}

/**
 * Direct messages are one conversation for good; in a channel it is what follows from one message, also in the thread
 * that has this message's id; a thread or a post is one, and so is what a person asks by commands in a channel.
 */
export function conversationOf(place: PersonsPlace): string {
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

function seenIn(place: PersonsPlace): Incoming["place"] {
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
