import { z } from "zod";
import type { HelpChannel } from "../../../src/platform/help-channels.ts";
import type { Incoming } from "../../../src/platform/incoming.ts";
import { dmThread, isDm, personId } from "../place.ts";
import { someElement } from "./block-words.ts";
import { contentFields, readQuestion } from "./message-words.ts";
import { withoutNulls } from "./normalise-body.ts";
import { type ParsedEvent, toParsedEvent } from "./parsed-event.ts";

/** Slackbot: reminders and automatic replies are no person's words. */
const slackbot = "USLACKBOT";

/**
 * The fields of a message or app_mention event that are used: events/message. Of the subtypes, only these are people's
 * words.
 */
const messageSchema = z.object({
  channel: z.string(),
  user: z.string(),
  ts: z.string(),
  thread_ts: z.string().optional(),
  subtype: z.enum(["file_share", "thread_broadcast", "me_message"]).optional(),
  ...contentFields,
  text: z.string().default(""),
  /** Who started the thread. */
  parent_user_id: z.string().optional(),
  /** An edit is no new question. */
  edited: z.never().optional(),
  hidden: z.literal(false).optional(),
  /** Set for what bots, apps and workflows write. */
  bot_id: z.never().optional(),
  bot_profile: z.never().optional(),
});
type Message = z.infer<typeof messageSchema>;

interface MessageContext {
  readonly team: string;
  /** The bot's own user. */
  readonly botUser: string | undefined;
  readonly helpChannels: ReadonlyMap<string, HelpChannel>;
  /** Whether each thread of a DM is a conversation of its own. */
  readonly hasAgentView: boolean;
}

/**
 * A person's message in a DM, a help channel or a thread. Undefined if it is not for the bot: messages of bots, edits,
 * joins, the message event that accompanies every app_mention, and channels that are not watched.
 */
export function parseMessage(event: object, context: MessageContext): ParsedEvent | undefined {
  const { team, botUser, helpChannels } = context;
  const message = readMessage(event, botUser);
  if (!message) return undefined;
  const { channel, user, ts, thread_ts } = message;
  if (isDm(channel)) {
    const place = { kind: "thread", channel, user, ...dmThread(context.hasAgentView, message) } as const;
    return toParsedEvent({ team, place }, { ...questionFields(team, message), addressed: true });
  }
  if (message.subtype === "me_message" || isForEverybody(message) || mentions(message, botUser))
    return undefined;
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
  const { team, helpChannels } = context;
  const message = readMessage(event, context.botUser);
  if (!message || isDm(message.channel)) return undefined;
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

/**
 * What the message that begins a thread asks, if a person wrote it.
 * @param root a message as conversations.replies returns it
 */
export function readThreadRoot(root: object, botUser: string | undefined): Incoming["input"] | undefined {
  const { channel, edited, ...fields } = withoutNulls({ ...root });
  const message = readMessage({ ...fields, channel: "" }, botUser);
  return message && readQuestion(message);
}

/** A message that a person wrote. */
function readMessage(event: object, botUser: string | undefined): Message | undefined {
  const { data: message } = messageSchema.safeParse(withoutNulls({ ...event }));
  return message && message.user !== botUser && message.user !== slackbot ? message : undefined;
}

/** Whether it mentions a user: then an app_mention event tells of it too. */
function mentions({ text, blocks }: Message, user: string | undefined): boolean {
  if (user === undefined) return false;
  if (text.includes(`<@${user}>`) || text.includes(`<@${user}|`)) return true;
  return someElement(blocks, ({ type, user_id: mentioned }) => type === "user" && mentioned === user);
}

const broadcastPattern = /<!(?:everyone|channel|here)(?:\|[^<>]*)?>/;

/** An announcement to everybody asks nothing of a bot: messaging/formatting-message-text#special-mentions */
function isForEverybody({ text, blocks }: Message): boolean {
  return broadcastPattern.test(text) || someElement(blocks, ({ type }) => type === "broadcast");
}

/** The id is the message's: a redelivered event has the same, and so have a mention and its message event. */
function questionFields(team: string, message: Message): Pick<Incoming, "id" | "input"> {
  return { id: `slack/${team}/${message.channel}/${message.ts}`, input: readQuestion(message) };
}

function localeField(helpChannel: HelpChannel | undefined): Pick<Incoming, "locale"> {
  return helpChannel?.locale ? { locale: helpChannel.locale } : {};
}

/** Who began the thread. The answer to a message outside of threads begins one, which is its writer's. */
function starterField(
  team: string,
  { parent_user_id: starter, user, ts, thread_ts: thread = ts }: Message,
): Pick<Incoming, "begunBy" | "isOwnPlace"> {
  return {
    ...(starter !== undefined && { begunBy: personId(team, starter) }),
    ...((thread === ts || starter === user) && { isOwnPlace: true }),
  };
}
