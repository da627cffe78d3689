import { z } from "zod";
import type { HelpChannel } from "../../../src/platform/help-channels.ts";
import type { Incoming } from "../../../src/platform/incoming.ts";
import { isDm, personId } from "../place.ts";
import { hiddenLinksIn, parseText } from "./parse-text.ts";
import { type ParsedEvent, toParsedEvent } from "./parsed-event.ts";
import { threadField } from "./payload-fields.ts";

/**
 * The fields of a message or app_mention event that are used: events/message. Of the subtypes, only these two are
 * people's words.
 */
const messageSchema = z.object({
  channel: z.string(),
  user: z.string(),
  ts: z.string(),
  thread_ts: z.string().optional(),
  subtype: z.enum(["file_share", "thread_broadcast"]).optional(),
  text: z.string().default(""),
  /** Who started the thread. */
  parent_user_id: z.string().optional(),
  /** An edit is no new question. */
  edited: z.never().optional(),
  bot_id: z.never().optional(),
  files: z.array(z.unknown()).default([]),
});
type Message = z.infer<typeof messageSchema>;

interface MessageContext {
  readonly team: string;
  /** The bot's own user. */
  readonly botUser: string | undefined;
  readonly helpChannels: ReadonlyMap<string, HelpChannel>;
}

/**
 * A person's message in a DM, a help channel or a thread. Undefined if it is not for the bot: messages of bots, edits,
 * joins, the message event that accompanies every app_mention, and channels that are not watched.
 */
export function parseMessage(event: object, context: MessageContext): ParsedEvent | undefined {
  const { team, botUser, helpChannels } = context;
  const { data: message } = messageSchema.safeParse(event);
  if (!message || message.user === botUser) return undefined;
  const { channel, user, ts, thread_ts } = message;
  if (isDm(channel)) {
    const place = { kind: "thread", channel, user, ...threadField(thread_ts) } as const;
    return toParsedEvent({ team, place }, { ...questionFields(team, message), addressed: true });
  }
  if (botUser !== undefined && message.text.includes(`<@${botUser}>`)) return undefined;
  const helpChannel = helpChannels.get(channel);
  const isThreadStart = thread_ts === undefined || thread_ts === ts;
  if (isThreadStart && (!helpChannel || helpChannel.mode === "mentions")) return undefined;
  return toParsedEvent(
    { team, place: { kind: "thread", channel, thread: thread_ts ?? ts, user } },
    {
      ...questionFields(team, message),
      ...localeField(helpChannel),
      ...starterField(team, message),
      ...(isThreadStart && helpChannel && { mode: helpChannel.mode }),
      addressed: false,
    },
  );
}

/** A mention in a channel, answered in its thread. Undefined in DMs, where the message event is enough. */
export function parseMention(event: object, context: MessageContext): ParsedEvent | undefined {
  const { team, botUser, helpChannels } = context;
  const { data: message } = messageSchema.safeParse(event);
  if (!message || message.user === botUser || isDm(message.channel)) return undefined;
  const { channel, user, ts, thread_ts: thread = ts } = message;
  return toParsedEvent(
    { team, place: { kind: "thread", channel, thread, user } },
    {
      ...questionFields(team, message),
      ...localeField(helpChannels.get(channel)),
      ...starterField(team, message),
      addressed: true,
    },
  );
}

/** The id is the message's: a redelivered event has the same, and so have a mention and its message event. */
function questionFields(team: string, { channel, ts, text, files }: Message): Pick<Incoming, "id" | "input"> {
  const links = hiddenLinksIn(text);
  return {
    id: `slack/${team}/${channel}/${ts}`,
    input: {
      kind: "question",
      text: parseText(text),
      hasPicture: files.length > 0,
      ...(links.length > 0 && { links }),
    },
  };
}

function localeField(helpChannel: HelpChannel | undefined): Pick<Incoming, "locale"> {
  return helpChannel?.locale ? { locale: helpChannel.locale } : {};
}

function starterField(team: string, { parent_user_id: user }: Message): Pick<Incoming, "begunBy"> {
  return user === undefined ? {} : { begunBy: personId(team, user) };
}
