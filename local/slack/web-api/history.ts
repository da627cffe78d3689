import { z } from "zod";
import { toMessagePayload } from "../payloads.ts";
import { count, flag, id, ts } from "../schemas/arguments.ts";
import { messagesOf } from "../state/messages.ts";
import type { WorkspaceMessage } from "../state/model.ts";
import type { WorkspaceContext } from "../workspace-context.ts";
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
    messages: page.items.map((message) => ({
      ...toMessagePayload(message, context.app),
      ...threadFields(context, message),
    })),
    has_more: page.next.next_cursor !== "",
    response_metadata: page.next,
  });
}

/** What a message tells about its thread: methods/conversations.replies#examples */
function threadFields(context: WorkspaceContext, { channel, ts: root, thread }: WorkspaceMessage) {
  const all = messagesOf(context, channel);
  if (thread !== undefined) return { parent_user_id: all.find(({ ts: at }) => at === thread)?.user };
  const answers = all.filter((message) => message.thread === root && message.visibleTo === undefined);
  if (answers.length === 0) return {};
  const users = [...new Set(answers.map(({ user }) => user))];
  return {
    thread_ts: root,
    reply_count: answers.length,
    reply_users_count: users.length,
    reply_users: users.slice(0, 5),
    latest_reply: answers.at(-1)?.ts,
  };
}
