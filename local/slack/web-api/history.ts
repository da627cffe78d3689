import { z } from "zod";
import { count, flag, id, ts } from "../schemas/arguments.ts";
import { messagesOf } from "../state/messages.ts";
import type { Message } from "../state/model.ts";
import { messageToWire } from "../payloads.ts";
import { type Answer, done, refuse } from "./result.ts";
import { method, type Work } from "./method.ts";
import { cut } from "./pagination.ts";
import { tier3 } from "./rate-limits.ts";
import { anyOf, within } from "./channel-scopes.ts";

const range = {
  cursor: z.string().optional(),
  limit: count.optional(),
  oldest: ts.optional(),
  latest: ts.optional(),
  inclusive: flag.optional(),
  include_all_metadata: flag.optional(),
};

/** methods/conversations.history: the newest first, replies only where they were shown in the channel too */
export const history = method({
  scopes: anyOf("history"),
  rate: tier3,
  args: z.strictObject({ channel: id, ...range }),
  run: ({ channel: to, ...within_ }, work) =>
    within(work, { channel: to, what: "history" }, (channel) => {
      const shown = messagesOf(work.core, channel.id).filter(
        ({ thread, ts: at, subtype, visibleTo }) =>
          visibleTo === undefined &&
          (thread === undefined || thread === at || subtype === "thread_broadcast"),
      );
      return answerPage(work, shown.toReversed(), within_);
    }),
});

/** methods/conversations.replies: the oldest first, the message that began the thread before all */
export const replies = method({
  scopes: anyOf("history"),
  rate: tier3,
  args: z.strictObject({ channel: id, ts, ...range }),
  run: ({ channel: to, ts: root, ...within_ }, work) =>
    within(work, { channel: to, what: "history" }, (channel) => {
      const shown = messagesOf(work.core, channel.id).filter(
        ({ thread, ts: at, visibleTo }) => visibleTo === undefined && (at === root || thread === root),
      );
      return shown.length === 0 ? refuse("thread_not_found") : answerPage(work, shown, within_);
    }),
});

interface Range {
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
  readonly oldest?: string | undefined;
  readonly latest?: string | undefined;
  readonly inclusive?: boolean | undefined;
}

function answerPage({ core }: Work, messages: readonly Message[], range: Range): Answer {
  const { oldest = "0", latest = "9999999999.999999", inclusive = false, cursor, limit = 100 } = range;
  const isWithin = ({ ts: at }: Message) =>
    inclusive ? at >= oldest && at <= latest : at > oldest && at < latest;
  const page = cut(messages.filter(isWithin), { cursor, limit });
  if ("ok" in page) return page;
  return done({
    messages: page.items.map((message) => messageToWire(message, core.app)),
    has_more: page.next.next_cursor !== "",
    response_metadata: page.next,
  });
}
