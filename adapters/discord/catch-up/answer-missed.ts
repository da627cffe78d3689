import type { TextBasedChannel } from "discord.js";
import { addCounts, type MissedCount } from "../../../src/platform/missed-count.ts";
import {
  asOverheard,
  findMissed,
  type MissedMessage,
  type PastPlace,
} from "../../../src/platform/past-message.ts";
import type { HandlerContext } from "../handlers/handler-context.ts";
import type { ParsedEvent } from "../parsing/parsed-event.ts";
import { retryPassing } from "../rest/retry-passing.ts";
import { isHidden, toPastMessages } from "./past-messages.ts";
import { readPlace } from "./read-place.ts";

interface AnswerOptions {
  readonly place: string;
  /** The id of the last message that was heard, or one of its time. */
  readonly after: string;
  readonly count: MissedCount;
  /** Takes the sending of an answer. */
  readonly background: (send: Promise<unknown>) => void;
  /** Aborted when the adapter stops. */
  readonly signal: AbortSignal;
}

/** How long a reading is repeated where Discord has a fault, in milliseconds. */
const windowMs = 20_000;

/**
 * Answers what was written in a channel while the bot was away, where nobody else has.
 * @returns the count with what came of it
 */
export async function answerMissed(
  context: HandlerContext,
  { place, after, count, background, signal }: AnswerOptions,
): Promise<MissedCount> {
  const found = await read(context, { place, after, signal });
  if (!found) return addCounts(count, { unreadable: 1 });
  const { channel, messages } = found;
  const past = await toPastMessages(messages, context);
  const missed = findMissed(past, { place: placeKind(channel), isQuestion: context.core.isQuestion });
  let total = addCounts(count, { read: messages.length, hidden: messages.filter(isHidden).length });
  const told = missed.reduce((sum, one) => sum + (one.kind === "answer" ? 1 + one.earlier.length : 0), 0);
  total = addCounts(total, { answeredByOthers: past.filter(({ event }) => event).length - told });
  for (const one of missed) {
    const isAnswered = await handle(context, one, background);
    if (one.kind === "answer") total = addCounts(total, isAnswered ? { answered: 1 } : { silent: 1 });
  }
  return total;
}

async function read(
  context: HandlerContext,
  { place, after, signal }: Pick<AnswerOptions, "place" | "after" | "signal">,
) {
  const retry = <T>(request: () => Promise<T>) => retryPassing(request, { windowMs, signal });
  try {
    const channel = await retry(() => context.client().channels.fetch(place));
    if (!channel?.isTextBased()) return undefined;
    return { channel, messages: await retry(() => readPlace(channel, after)) };
  } catch (error) {
    context.log.warn({ err: error, channel: place }, "discord: channel could not be read");
    return undefined;
  }
}

function placeKind(channel: TextBasedChannel): PastPlace {
  if (channel.isDMBased()) return "private";
  return channel.isThread() ? "thread" : "channel";
}

/** @returns whether it is answered */
async function handle(
  context: HandlerContext,
  missed: MissedMessage<ParsedEvent>,
  background: AnswerOptions["background"],
): Promise<boolean> {
  if (missed.kind === "overhear") {
    const { complete } = await context.core.handle(asOverheard(missed.event.incoming));
    background(complete(async () => {}));
    return false;
  }
  const { event, earlier } = missed;
  const { reply, complete } = await context.core.handle(event.incoming, {
    earlier: earlier.map(({ incoming }) => incoming),
  });
  if (reply.kind !== "answer") return false;
  background(complete(() => context.send(event.place, { ...reply, key: event.incoming.id })));
  return true;
}
