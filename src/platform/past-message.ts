import type { Incoming, Mode } from "./incoming.ts";

/** A message of a channel's history. */
export interface PastMessage<Event extends { readonly incoming: Incoming }> {
  /** When it was written, in milliseconds since 1970. */
  readonly at: number;
  readonly author: string;
  /** Whether a person wrote it, not a bot or the platform. */
  readonly isByPerson: boolean;
  readonly text: string;
  /** Those it replies to or mentions. */
  readonly speaksTo: readonly string[];
  /** Whether it begins a conversation: it replies to nothing. */
  readonly isBeginning: boolean;
  /** Whether somebody else wrote in the thread under it. */
  readonly isAnswered: boolean;
  /** What a live message would be parsed to; undefined if it is not for the bot. */
  readonly event: Event | undefined;
}

/** Who writes in a place. `thread`: everybody about one thing. `channel`: everybody about anything. */
export type PastPlace = "private" | "thread" | "channel";

/**
 * What to do about a message that the bot missed. `answer`: handle it like a live one, together with what the same
 * person wrote just before. `overhear`: somebody else has answered, so say nothing, but know that it was written.
 */
export type MissedMessage<Event> =
  | { readonly kind: "answer"; readonly event: Event; readonly earlier: readonly Event[] }
  | { readonly kind: "overhear"; readonly event: Event };

interface PastOptions {
  readonly place: PastPlace;
  /** Whether a text is a question itself, which answers nobody. */
  readonly isQuestion: (text: string, mode: Mode) => boolean;
}

/** Messages of one person further apart than this are not taken together, in milliseconds. */
const maxPauseMs = 10 * 60_000;

/**
 * Decides which messages of a history are answered late.
 * @param messages all that was written there since the bot went away, oldest first
 */
export function findMissed<Event extends { readonly incoming: Incoming }>(
  messages: readonly PastMessage<Event>[],
  { place, isQuestion }: PastOptions,
): readonly MissedMessage<Event>[] {
  const missed: MissedMessage<Event>[] = [];
  let row: readonly (PastMessage<Event> & { readonly event: Event })[] = [];
  const endRow = () => {
    const last = row.at(-1);
    if (last) {
      missed.push({ kind: "answer", event: last.event, earlier: row.slice(0, -1).map(({ event }) => event) });
    }
    row = [];
  };
  for (const [index, message] of messages.entries()) {
    const last = row.at(-1);
    if (last && !belongsTo(last, message)) endRow();
    const { event } = message;
    if (!event) continue;
    if (!wasAnswered({ ...message, event }, messages.slice(index + 1), { place, isQuestion })) {
      row = [...row, { ...message, event }];
    } else if (place === "thread") {
      endRow();
      missed.push({ kind: "overhear", event });
    }
  }
  endRow();
  return missed;
}

/** Whether a message goes on where the same person's last one ended. */
function belongsTo<Event extends { readonly incoming: Incoming }>(
  last: PastMessage<Event>,
  { author, at, isBeginning, event }: PastMessage<Event>,
): boolean {
  if (author !== last.author || at - last.at > maxPauseMs) return false;
  const isSame = event?.incoming.conversation === last.event?.incoming.conversation;
  return event === undefined || isSame || (isBeginning && last.isBeginning);
}

/**
 * Whether somebody else answered since. In a channel, where people also write about other things, that is a reply, a
 * mention, or a message in the thread; and where nobody asked the bot, any message to nobody that is no question.
 */
function wasAnswered<Event extends { readonly incoming: Incoming }>(
  { author, event, isAnswered }: PastMessage<Event> & { readonly event: Event },
  later: readonly PastMessage<Event>[],
  { place, isQuestion }: PastOptions,
): boolean {
  if (place === "private") return false;
  const others = later.filter((other) => other.isByPerson && other.author !== author);
  if (place === "thread") return others.length > 0;
  const { mode, addressed } = event.incoming;
  const isRemark = ({ speaksTo, text }: PastMessage<Event>) =>
    mode !== undefined && !addressed && speaksTo.length === 0 && !isQuestion(text, mode);
  return isAnswered || others.some((other) => other.speaksTo.includes(author) || isRemark(other));
}

/** The event as one that nobody answers: the bot was not spoken to. */
export function asOverheard({ mode: _, ...incoming }: Incoming): Incoming {
  return { ...incoming, addressed: false };
}
