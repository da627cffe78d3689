import { z } from "zod";
import type { Address, Incoming } from "../../src/platform/incoming.ts";

/**
 * Where a reply goes on Slack. `user` is who wrote or pressed.
 * - `thread`: a message that everybody there can see, in a DM with the bot or in a channel, in a thread if one is given.
 *   `isAgentThread` is set in a DM of the agent view, where each thread is a conversation of its own.
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
    isAgentThread: z.literal(true).exactOptional(),
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

/** The thread of a message, as its payload names it. `ts` is the message's own. */
interface MessageThread {
  readonly ts: string;
  readonly thread_ts?: string | undefined;
}

/**
 * Where in a DM a message is answered. In the agent view that is the thread that it is in or begins
 * (ai/migrating-to-agent-messaging), otherwise a thread only where the person opened one.
 */
export function dmThread(
  hasAgentView: boolean,
  { ts, thread_ts: thread }: MessageThread,
): Pick<Extract<SlackPlace, { kind: "thread" }>, "thread" | "isAgentThread"> {
  if (hasAgentView) return { thread: thread ?? ts, isAgentThread: true };
  return thread === undefined || thread === ts ? {} : { thread };
}

/** The place of what is written under a posted message. */
export function placeUnder(
  { channel, thread }: { readonly channel: string; readonly thread: string },
  { user, hasAgentView }: { readonly user: string; readonly hasAgentView: boolean },
): SlackPlace {
  const isApart = hasAgentView && isDm(channel);
  return { kind: "thread", channel, thread, user, ...(isApart && { isAgentThread: true }) };
}

/**
 * A DM is one conversation, so is a thread in a channel or in the agent view, and so are one person's commands in a
 * channel.
 */
export function conversationId(team: string, place: SlackPlace): string {
  switch (place.kind) {
    case "thread": {
      const isWhole = isDm(place.channel) && !place.isAgentThread;
      return `slack/${team}/${isWhole ? place.channel : `${place.channel}/${place.thread}`}`;
    }
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
