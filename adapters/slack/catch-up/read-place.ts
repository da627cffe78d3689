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
  /** The ts since which a DM's threads may have begun, to be read as well. */
  readonly oldestThread: string;
}

/**
 * Reads a DM with its threads, a thread, or a channel with the threads that began since, and answers what was missed.
 */
export async function readPlace(context: HandlerContext, options: ReadOptions): Promise<MissedCount> {
  const { call, messageContext, place, oldest } = options;
  const { channel, thread } = place;
  const past = (messages: readonly HistoryMessage[]) =>
    messages.map((message) => toPastMessage(message, channel, messageContext));
  try {
    if (isDm(channel)) return await readDm(context, options);
    const messages = await call({ channel, thread, oldest });
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

/**
 * Reads a DM. Its history tells which threads have new replies, also in threads that began long before. In the agent view
 * each thread is a conversation of its own, and so is a message that began none; otherwise all of them are one.
 */
async function readDm(
  context: HandlerContext,
  { call, messageContext, place: { channel }, oldest, oldestThread }: ReadOptions,
): Promise<MissedCount> {
  const messages = await call({ channel, oldest: oldestThread });
  const isNew = ({ ts }: HistoryMessage) => ts > oldest;
  const hasNewReply = ({ latest_reply: latest = "" }: HistoryMessage) => latest > oldest;
  const replies = async ({ ts }: HistoryMessage) =>
    (await call({ channel, thread: ts, oldest })).filter((reply) => reply.ts !== ts);
  const conversations: (readonly HistoryMessage[])[] = context.hasAgentView() ? [] : [messages.filter(isNew)];
  for (const root of messages) {
    const own = context.hasAgentView() && isNew(root) ? [root] : [];
    const thread = hasNewReply(root) ? [...own, ...(await replies(root))] : own;
    if (thread.length > 0) conversations.push(thread);
  }
  let count: MissedCount = emptyCount;
  for (const conversation of conversations) {
    const past = conversation.map((message) => toPastMessage(message, channel, messageContext));
    count = addCounts(count, await answerMissed(context, past, "private"));
  }
  return count;
}
