import type { PastMessage } from "../../../src/platform/past-message.ts";
import { parseMention, parseMessage } from "../parsing/parse-message.ts";
import type { ParsedEvent } from "../parsing/parsed-event.ts";
import { isDm } from "../place.ts";
import type { HistoryMessage } from "./call-history.ts";

/** What is needed to read messages as if they were live. */
export type MessageContext = Parameters<typeof parseMessage>[1];

/** A message of a channel's history, read as if it were live. */
export function toPastMessage(
  message: HistoryMessage,
  channel: string,
  context: MessageContext,
): PastMessage<ParsedEvent> {
  const { ts, user = "", text, thread_ts: thread } = message;
  const at = toMs(ts);
  const event = parse(message, channel, context);
  return {
    at,
    author: user,
    isByPerson: isByPerson(message, context),
    text,
    speaksTo: [...text.matchAll(/<@([UW][A-Z0-9]+)/g)].flatMap(([, mentioned]) => mentioned ?? []),
    isBeginning: thread === undefined || thread === ts,
    isAnswered: message.reply_users.some((other) => other !== user && other !== context.botUser),
    event: event && { ...event, incoming: { ...event.incoming, late: { at } } },
  };
}

/** A mention in a channel comes as an event of its own; in history it is a message like any other. */
function parse(message: HistoryMessage, channel: string, context: MessageContext): ParsedEvent | undefined {
  const event = { ...message, channel };
  const isMention = context.botUser !== undefined && message.text.includes(`<@${context.botUser}>`);
  return isMention && !isDm(channel) ? parseMention(event, context) : parseMessage(event, context);
}

/** Of the subtypes, only these are people's words. */
const wordSubtypes = ["file_share", "thread_broadcast", "me_message"];

function isByPerson({ user, bot_id, subtype }: HistoryMessage, { botUser }: MessageContext): boolean {
  const isWords = subtype === undefined || wordSubtypes.includes(subtype);
  return user !== undefined && user !== botUser && bot_id === undefined && isWords;
}

/** When a message was written, in milliseconds since 1970. */
function toMs(ts: string): number {
  return Math.round(Number(ts) * 1000);
}

export function toTs(ms: number): string {
  return (ms / 1000).toFixed(6);
}
