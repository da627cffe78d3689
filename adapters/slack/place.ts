import { z } from "zod";
import type { Address, Incoming } from "../../src/platform/incoming.ts";

/**
 * Where a reply goes on Slack. `thread` is a direct message with the bot or a channel, in a thread where there is one;
 * `aside` any place in which only `user` sees it (a command), also where the bot is no member; `home` the app's own tab. `user` is who wrote or pressed.
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

export function readPlace(data: string): SlackPlace {
  return placeSchema.parse(JSON.parse(data));
}

/** The thread that a place is, or is in. */
export function threadOf(place: SlackPlace): string | undefined {
  return place.kind === "home" ? undefined : place.thread;
}

export function isDm(channel: string): boolean {
  return channel.startsWith("D");
}

export function toAddress(place: SlackPlace): Address {
  return { adapter: "slack", data: JSON.stringify(place) };
}

/** What every event from a place has in common. */
export function fromPlace(
  team: string,
  place: SlackPlace,
): Pick<Incoming, "address" | "conversation" | "person" | "place"> {
  return {
    address: toAddress(place),
    conversation: `slack/${team}/${conversationOf(place)}`,
    person: `slack/${team}/${place.user}`,
    place: seenIn(place),
  };
}

/** A direct message is one conversation for good, a thread is one, and so is what a person asks by commands. */
function conversationOf(place: SlackPlace): string {
  switch (place.kind) {
    case "thread":
      return isDm(place.channel) ? place.channel : `${place.channel}/${place.thread}`;
    case "aside":
      return `${place.channel}/command/${place.user}`;
    case "home":
      return `home/${place.user}`;
  }
}

function seenIn(place: SlackPlace): Incoming["place"] {
  switch (place.kind) {
    case "thread":
      return isDm(place.channel) ? "private" : "channel";
    case "aside":
      return "aside";
    case "home":
      return "private";
  }
}
