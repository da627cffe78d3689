import { z } from "zod";
import type { Address, Incoming } from "../../src/platform/incoming.ts";

/**
 * Where a reply goes on Slack. `user` is who wrote or pressed.
 * - `thread`: a message that everybody there can see, in a DM with the bot or in a channel, in a thread if one is given.
 * - `aside`: ephemeral, seen by `user` only. It may be in a channel that the bot is not a member of.
 * - `home`: the App Home of `user`.
 *
 * Stored in addresses and carried by modals: what earlier versions wrote must stay readable.
 */
const placeSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("thread"),
    channel: z.string(),
    thread: z.string().exactOptional(),
    user: z.string(),
  }),
  z.object({
    kind: z.literal("aside"),
    channel: z.string(),
    thread: z.string().exactOptional(),
    user: z.string(),
  }),
  z.object({ kind: z.literal("home"), user: z.string() }),
]);
export type SlackPlace = Readonly<z.infer<typeof placeSchema>>;

/** Reads the place in an address. */
export function readPlace(data: string): SlackPlace {
  return placeSchema.parse(JSON.parse(data));
}

export function toAddress(place: SlackPlace): Address {
  return { adapter: "slack", data: writePlace(place) };
}

export function writePlace(place: SlackPlace): string {
  return JSON.stringify(place);
}

export function isDm(channel: string): boolean {
  return channel.startsWith("D");
}

/** Whether a place is a DM with the bot, where everything posted is private already. */
export function isDmPlace(place: SlackPlace): place is Extract<SlackPlace, { kind: "thread" }> {
  return place.kind === "thread" && isDm(place.channel);
}

export function threadOf(place: SlackPlace): string | undefined {
  return place.kind === "home" ? undefined : place.thread;
}

/** A DM is one conversation, so is a thread, and so are one person's commands in a channel. */
export function conversationId(team: string, place: SlackPlace): string {
  switch (place.kind) {
    case "thread":
      return `slack/${team}/${isDm(place.channel) ? place.channel : `${place.channel}/${place.thread}`}`;
    case "aside":
      return `slack/${team}/${place.channel}/command/${place.user}`;
    case "home":
      return `slack/${team}/home/${place.user}`;
  }
}

/** The channel, which all its threads and commands share; undefined in private places. */
export function channelId(team: string, place: SlackPlace): string | undefined {
  return placeKind(place) === "private" || place.kind === "home"
    ? undefined
    : `slack/${team}/${place.channel}`;
}

export function personId(team: string, user: string): string {
  return `slack/${team}/${user}`;
}

/** The kind of place, in the core's terms. */
export function placeKind(place: SlackPlace): Incoming["place"] {
  switch (place.kind) {
    case "thread":
      return isDm(place.channel) ? "private" : "channel";
    case "aside":
      return "aside";
    case "home":
      return "private";
  }
}
