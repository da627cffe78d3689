import { addCounts, emptyCount, type MissedCount } from "../../../src/platform/missed-count.ts";
import type { HandlerContext } from "../handlers/handler-context.ts";
import { isDm } from "../place.ts";
import { answerMissed } from "./answer-missed.ts";
import type { CallHistory, HistoryMessage } from "./call-history.ts";
import type { KnownPlace } from "./known-places.ts";
import { type MessageContext, toPastMessage } from "./past-messages.ts";

interface ReadOptions {
  readonly call: CallHistory;
  readonly messageContext: MessageContext;
  readonly place: KnownPlace;
  /** The ts since which is read. */
  readonly oldest: string;
}

/** Reads a DM, a thread or a channel, there also the threads that began since, and answers what was missed. */
export async function readPlace(
  context: HandlerContext,
  { call, messageContext, place, oldest }: ReadOptions,
): Promise<MissedCount> {
  const { channel, thread } = place;
  const past = (messages: readonly HistoryMessage[]) =>
    messages.map((message) => toPastMessage(message, channel, messageContext));
  try {
    const messages = await call({ channel, thread, oldest });
    if (isDm(channel)) return await answerMissed(context, past(messages), "private");
    if (thread !== undefined) return await answerMissed(context, past(messages), "thread");
    const threads = messages.filter(({ ts, latest_reply: latest }) => latest !== undefined && latest > ts);
    let count: MissedCount = emptyCount;
    for (const { ts } of threads) {
      const replies = past(await call({ channel, thread: ts, oldest }));
      count = addCounts(count, await answerMissed(context, replies, "thread"));
    }
    // What stands in a thread is read there; in the channel it still shows who spoke to whom.
    const inThreads = new Set(threads.map(({ ts }) => ts));
    const beginnings = messages.map((message) => {
      const one = toPastMessage(message, channel, messageContext);
      return inThreads.has(message.ts) ? { ...one, event: undefined } : one;
    });
    return addCounts(count, await answerMissed(context, beginnings, "channel"));
  } catch (error) {
    if (error instanceof Error && error.name === "AbortError") throw error;
    context.log.warn({ err: error, channel }, "slack: channel could not be read");
    return addCounts(emptyCount, { unreadable: 1 });
  }
}
