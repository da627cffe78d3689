import { z } from "zod";
import { toMessagePayload } from "../payloads.ts";
import { count, flag, id, ts } from "../schemas/arguments.ts";
import { messagesOf } from "../state/messages.ts";
import type { WorkspaceMessage } from "../state/model.ts";
import { scopesOfAnyKind, withChannelScope } from "./channel-scopes.ts";
import { method, type WebApiServices } from "./method.ts";
import { paginate } from "./pagination.ts";
import { tier3 } from "./rate-limits.ts";
import { apiError, success, type WebApiResult } from "./result.ts";

const rangeArguments = {
  cursor: z.string().optional(),
  limit: count.optional(),
  oldest: ts.optional(),
  latest: ts.optional(),
  inclusive: flag.optional(),
  include_all_metadata: flag.optional(),
};

/** methods/conversations.history: newest first; replies only if they were also sent to the channel */
export const history = method({
  scopes: scopesOfAnyKind("history"),
  rate: tier3,
  args: z.strictObject({ channel: id, ...rangeArguments }),
  run: ({ channel: to, ...range }, services) =>
    withChannelScope(services, { channel: to, what: "history" }, (channel) => {
      const shown = messagesOf(services.context, channel.id).filter(
        ({ thread, ts: at, subtype, visibleTo }) =>
          visibleTo === undefined &&
          (thread === undefined || thread === at || subtype === "thread_broadcast"),
      );
      return toHistoryPage(services, shown.toReversed(), range);
    }),
});

/** methods/conversations.replies: oldest first, starting with the root message */
export const replies = method({
  scopes: scopesOfAnyKind("history"),
  rate: tier3,
  args: z.strictObject({ channel: id, ts, ...rangeArguments }),
  run: ({ channel: to, ts: root, ...range }, services) =>
    withChannelScope(services, { channel: to, what: "history" }, (channel) => {
      const shown = messagesOf(services.context, channel.id).filter(
        ({ thread, ts: at, visibleTo }) => visibleTo === undefined && (at === root || thread === root),
      );
      return shown.length === 0 ? apiError("thread_not_found") : toHistoryPage(services, shown, range);
    }),
});

interface HistoryRange {
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
  readonly oldest?: string | undefined;
  readonly latest?: string | undefined;
  readonly inclusive?: boolean | undefined;
}

function toHistoryPage(
  { context }: WebApiServices,
  messages: readonly WorkspaceMessage[],
  range: HistoryRange,
): WebApiResult {
  const { oldest = "0", latest = "9999999999.999999", inclusive = false, cursor, limit = 100 } = range;
  const isWithin = ({ ts: at }: WorkspaceMessage) =>
    inclusive ? at >= oldest && at <= latest : at > oldest && at < latest;
  const page = paginate(messages.filter(isWithin), { cursor, limit });
  if ("ok" in page) return page;
  return success({
    messages: page.items.map((message) => toMessagePayload(message, context.app)),
    has_more: page.next.next_cursor !== "",
    response_metadata: page.next,
  });
}
