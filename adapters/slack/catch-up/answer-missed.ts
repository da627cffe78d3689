import { addCounts, emptyCount, type MissedCount } from "../../../src/platform/missed-count.ts";
import {
  asOverheard,
  findMissed,
  type MissedMessage,
  type PastMessage,
  type PastPlace,
} from "../../../src/platform/past-message.ts";
import type { HandlerContext } from "../handlers/handler-context.ts";
import type { ParsedEvent } from "../parsing/parsed-event.ts";
import { sendToDm } from "../sending/send-to-dm.ts";

/** Answers what was written in one place while the bot was away, where nobody else has. */
export async function answerMissed(
  context: HandlerContext,
  past: readonly PastMessage<ParsedEvent>[],
  place: PastPlace,
): Promise<MissedCount> {
  const missed = findMissed(past, { place, isQuestion: context.core.isQuestion });
  const told = missed.reduce((sum, one) => sum + (one.kind === "answer" ? 1 + one.earlier.length : 0), 0);
  let count = addCounts(emptyCount, {
    read: past.length,
    answeredByOthers: past.filter(({ event }) => event).length - told,
  });
  for (const one of missed) {
    const isAnswered = await handle(context, one);
    if (one.kind === "answer") count = addCounts(count, isAnswered ? { answered: 1 } : { silent: 1 });
  }
  return count;
}

/** @returns whether it is answered; the answer is sent in the background */
async function handle(context: HandlerContext, missed: MissedMessage<ParsedEvent>): Promise<boolean> {
  const { core, background } = context;
  if (missed.kind === "overhear") {
    const { complete } = await core.handle(asOverheard(missed.event.incoming));
    background(complete(async () => {}));
    return false;
  }
  const { incoming, place } = missed.event;
  const { reply, complete } = await core.handle(incoming, {
    earlier: missed.earlier.map((one) => one.incoming),
  });
  if (reply.kind !== "answer") return false;
  const delivery = { ...reply, key: incoming.id };
  const send = () =>
    reply.audience === "direct" ? sendToDm(context, delivery, { place }) : context.send(place, delivery);
  background(complete(send));
  return true;
}
