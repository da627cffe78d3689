import { z } from "zod";
import type { HelpChannel } from "../../../src/platform/help-channels.ts";
import type { Incoming } from "../../../src/platform/incoming.ts";
import { fromPlace, isDm } from "../place.ts";
import { parseText } from "./parse-text.ts";

/** The part of a message or app_mention event that is used: events/message. */
const messageSchema = z.object({
  channel: z.string(),
  user: z.string(),
  ts: z.string(),
  thread_ts: z.string().optional(),
  subtype: z.enum(["file_share", "thread_broadcast"]).optional(),
  text: z.string().default(""),
  /** Who wrote the first message of the thread. */
  parent_user_id: z.string().optional(),
  /** Set where the message was changed: that is no new question. */
  edited: z.never().optional(),
  bot_id: z.never().optional(),
  files: z.array(z.unknown()).default([]),
});
type Message = z.infer<typeof messageSchema>;

interface MessageContext {
  readonly team: string;
  /** The bot's own user. */
  readonly bot: string | undefined;
  readonly helpChannels: ReadonlyMap<string, HelpChannel>;
}

/**
 * What a person wrote where the bot reads along; undefined for what is not for it: what bots did, edits, joins, the
 * message twin of a mention, and channels that it does not watch. Of the subtypes only files and replies that are
 * shown in the channel too are somebody's words.
 */
export function parseMessage(
  event: object,
  { team, bot, helpChannels }: MessageContext,
): Incoming | undefined {
  const { data: message } = messageSchema.safeParse(event);
  if (!message || message.user === bot) return undefined;
  const { channel, user, ts, thread_ts } = message;
  if (isDm(channel)) {
    const place = { kind: "thread" as const, channel, user, ...(thread_ts && { thread: thread_ts }) };
    return { ...fromPlace(team, place), ...asked(team, message), addressed: true };
  }
  if (bot !== undefined && message.text.includes(`<@${bot}>`)) return undefined;
  const watched = helpChannels.get(channel);
  const begins = thread_ts === undefined || thread_ts === ts;
  if (begins && (!watched || watched.mode === "mentions")) return undefined;
  return {
    ...fromPlace(team, { kind: "thread", channel, thread: thread_ts ?? ts, user }),
    ...asked(team, message),
    ...spokenIn(watched),
    ...begunBy(team, message),
    ...(begins && watched && { mode: watched.mode }),
    addressed: false,
  };
}

/** A mention in a channel: answered in its thread. Direct messages come as messages. */
export function parseMention(
  event: object,
  { team, bot, helpChannels }: MessageContext,
): Incoming | undefined {
  const { data: message } = messageSchema.safeParse(event);
  if (!message || message.user === bot || isDm(message.channel)) return undefined;
  const { channel, user, ts, thread_ts: thread = ts } = message;
  return {
    ...fromPlace(team, { kind: "thread", channel, thread, user }),
    ...asked(team, message),
    ...spokenIn(helpChannels.get(channel)),
    ...begunBy(team, message),
    addressed: true,
  };
}

/** The id is the message's own, so that no repeated or doubled event is answered twice. */
function asked(team: string, { channel, ts, text, files }: Message): Pick<Incoming, "id" | "input"> {
  return {
    id: `slack/${team}/${channel}/${ts}`,
    input: { kind: "question", text: parseText(text), hasPicture: files.length > 0 },
  };
}

function spokenIn(watched: HelpChannel | undefined): Pick<Incoming, "locale"> {
  return watched?.locale ? { locale: watched.locale } : {};
}

function begunBy(team: string, { parent_user_id: user }: Message): Pick<Incoming, "begunBy"> {
  return user === undefined ? {} : { begunBy: `slack/${team}/${user}` };
}
