import { z } from "zod";
import type { Incoming } from "../../src/platform.ts";

/** Where a reply goes on Slack; `user` is who may see it when nobody else may, `ephemeral` that nobody else may. */
const placeSchema = z.object({
  channel: z.string(),
  thread: z.string().exactOptional(),
  user: z.string(),
  ephemeral: z.boolean().exactOptional(),
});
export type Place = Readonly<z.infer<typeof placeSchema>>;

export function readPlace(data: string): Place {
  return placeSchema.parse(JSON.parse(data));
}

function toAddress(place: Place): Incoming["address"] {
  return { adapter: "slack", data: JSON.stringify(place) };
}

/** The part of a message or app_mention event that is used: events/message. */
export const messageSchema = z.object({
  channel: z.string(),
  user: z.string(),
  ts: z.string(),
  thread_ts: z.string().optional(),
  text: z.string().default(""),
  bot_id: z.string().optional(),
  files: z.array(z.unknown()).default([]),
});

export interface Message {
  readonly team: string;
  readonly channel: string;
  readonly user: string;
  readonly ts: string;
  readonly thread?: string | undefined;
  readonly text: string;
  readonly hasPicture: boolean;
}

/** A direct message to the bot: one conversation for good. */
export function fromDirectMessage({ team, channel, user, ts, thread, text, hasPicture }: Message): Incoming {
  return {
    id: `slack/${team}/${channel}/${ts}`,
    address: toAddress({ channel, user, ...(thread !== undefined && { thread }) }),
    conversation: `slack/${team}/${channel}`,
    person: `slack/${team}/${user}`,
    addressed: true,
    place: "private",
    input: { kind: "question", text: toPlain(text), hasPicture },
  };
}

/** A mention in a channel: answered in its thread, which is the conversation. */
export function fromMention({ team, channel, user, ts, thread = ts, text, hasPicture }: Message): Incoming {
  return {
    id: `slack/${team}/${channel}/${ts}`,
    address: toAddress({ channel, thread, user }),
    conversation: `slack/${team}/${channel}/${thread}`,
    person: `slack/${team}/${user}`,
    addressed: true,
    place: "channel",
    input: { kind: "question", text: toPlain(text), hasPicture },
  };
}

interface Command {
  readonly team_id: string;
  readonly channel_id: string;
  readonly user_id: string;
  readonly trigger_id: string;
  readonly text: string;
}

/** The slash command, seen by who typed it; alone it opens the front page. */
export function fromCommand({
  team_id: team,
  channel_id: channel,
  user_id: user,
  trigger_id,
  text,
}: Command): Incoming {
  const place = { channel, user, ephemeral: true };
  return {
    id: `slack/${team}/command/${trigger_id}`,
    address: toAddress(place),
    conversation: commandConversation(team, place),
    person: `slack/${team}/${user}`,
    addressed: true,
    place: "private",
    input: text.trim() ? { kind: "question", text: toPlain(text), hasPicture: false } : { kind: "open" },
  };
}

/** The part of a block_actions payload that is used: reference/interaction-payloads/block_actions-payload. */
export const pressSchema = z.object({
  trigger_id: z.string(),
  team: z.object({ id: z.string() }),
  user: z.object({ id: z.string() }),
  container: z.object({
    channel_id: z.string(),
    message_ts: z.string(),
    thread_ts: z.string().optional(),
    is_ephemeral: z.boolean().optional(),
  }),
  actions: z.array(z.object({ value: z.string().optional() })).min(1),
});

/** A press belongs to the conversation of the message that holds the button. */
export function fromPress({
  trigger_id,
  team,
  user,
  container,
  actions,
}: z.infer<typeof pressSchema>): Incoming {
  const { channel_id: channel, message_ts, thread_ts, is_ephemeral: ephemeral = false } = container;
  const isDirect = channel.startsWith("D");
  const thread = isDirect ? thread_ts : (thread_ts ?? message_ts);
  const place: Place = {
    channel,
    user: user.id,
    ...(thread !== undefined && { thread }),
    ...(ephemeral && { ephemeral }),
  };
  return {
    id: `slack/${team.id}/press/${trigger_id}`,
    address: toAddress(place),
    conversation: conversationOf(team.id, place),
    person: `slack/${team.id}/${user.id}`,
    addressed: true,
    place: ephemeral || isDirect ? "private" : "channel",
    input: { kind: "press", token: actions[0]?.value ?? "" },
  };
}

function conversationOf(team: string, place: Place): string {
  const { channel, thread, ephemeral = false } = place;
  if (ephemeral) return commandConversation(team, place);
  return channel.startsWith("D") ? `slack/${team}/${channel}` : `slack/${team}/${channel}/${thread}`;
}

function commandConversation(team: string, { channel, user }: Place): string {
  return `slack/${team}/${channel}/command/${user}`;
}

/** What the person typed: without mentions, links as their label, Slack's three escapes undone. */
function toPlain(text: string): string {
  return text
    .replace(/<[@#!][^>]*>/g, " ")
    .replace(/<([^|>]+)\|([^>]+)>/g, "$2")
    .replace(/<([^>]+)>/g, "$1")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .trim();
}
