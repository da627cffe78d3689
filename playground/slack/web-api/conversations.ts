import { z } from "zod";
import { count, flag, id, ts } from "../schemas/arguments.ts";
import { changeChannel, directMessages, findUser } from "../state/channels.ts";
import { messagesOf } from "../state/messages.ts";
import type { Channel, Message } from "../state/model.ts";
import { channelToWire, messageToWire } from "../state/wire.ts";
import { type Answer, done, type Refusal, refuse } from "./answer.ts";
import { method, type Work } from "./method.ts";
import { tier2, tier3, tier4 } from "./rate-limits.ts";
import { reachChannel } from "./reach.ts";

const anyOf = (what: "read" | "history") => ["channels", "groups", "im"].map((kind) => `${kind}:${what}`);

const range = {
  cursor: z.string().optional(),
  limit: count.optional(),
  oldest: ts.optional(),
  latest: ts.optional(),
  inclusive: flag.optional(),
  include_all_metadata: flag.optional(),
};

/** methods/conversations.open: with one person only, since the app speaks in no group messages. */
export const open = method({
  scopes: ["im:write"],
  rate: tier3,
  args: z.strictObject({
    users: z.string().optional(),
    channel: id.optional(),
    return_im: flag.optional(),
    prevent_creation: flag.optional(),
  }),
  run: ({ users = "", channel, return_im: isWhole = false }, { core }) => {
    if (channel !== undefined) {
      const found = reachChannel(core, channel);
      return "ok" in found ? found : done({ channel: { id: found.id }, already_open: true });
    }
    const [user, ...others] = users.split(",").filter(Boolean);
    if (user === undefined) return refuse("users_list_not_supplied");
    if (others.length > 0) return refuse("method_not_supported_for_channel_type");
    if (!findUser(core, user) || user === core.app.botUserId) return refuse("user_not_found");
    const direct = directMessages(core, user);
    return done({ channel: isWhole ? channelToWire(direct, core.app) : { id: direct.id } });
  },
});

/** methods/conversations.info */
export const info = method({
  scopes: anyOf("read"),
  rate: tier3,
  args: z.strictObject({
    channel: id,
    include_locale: flag.optional(),
    include_num_members: flag.optional(),
  }),
  run: ({ channel: to }, work) =>
    within(work, { channel: to, what: "read" }, (channel) =>
      done({ channel: channelToWire(channel, work.core.app) }),
    ),
});

/** methods/conversations.members */
export const members = method({
  scopes: anyOf("read"),
  rate: tier4,
  args: z.strictObject({ channel: id, cursor: z.string().optional(), limit: count.optional() }),
  run: ({ channel: to, cursor, limit = 100 }, work) =>
    within(work, { channel: to, what: "read" }, (channel) => {
      const page = cut(channel.members, { cursor, limit });
      return "ok" in page ? page : done({ members: page.items, response_metadata: page.next });
    }),
});

/** methods/conversations.list */
export const list = method({
  scopes: anyOf("read"),
  rate: tier2,
  args: z.strictObject({
    types: z.string().optional(),
    exclude_archived: flag.optional(),
    cursor: z.string().optional(),
    limit: count.optional(),
  }),
  run: ({ types = "public_channel", exclude_archived: onlyOpen = false, cursor, limit = 100 }, { core }) => {
    const wanted = types.split(",");
    const found = core.state.data.channels.filter(
      ({ kind, members: users, isArchived }) =>
        wanted.includes(kind === "im" ? "im" : `${kind}_channel`) &&
        (kind === "public" || users.includes(core.app.botUserId)) &&
        !(onlyOpen && isArchived),
    );
    const page = cut(found, { cursor, limit });
    if ("ok" in page) return page;
    return done({
      channels: page.items.map((channel) => channelToWire(channel, core.app)),
      response_metadata: page.next,
    });
  },
});

/** methods/conversations.join */
export const join = method({
  scopes: ["channels:join"],
  rate: tier3,
  args: z.strictObject({ channel: id }),
  run: ({ channel: to }, { core }) => {
    const channel = reachChannel(core, to);
    if ("ok" in channel) return channel;
    if (channel.kind !== "public") return refuse("method_not_supported_for_channel_type");
    if (channel.isArchived) return refuse("is_archived");
    const others = channel.members.filter((user) => user !== core.app.botUserId);
    changeChannel(core, to, (before) => ({ ...before, members: [...others, core.app.botUserId] }));
    return done({
      channel: channelToWire({ ...channel, members: [...others, core.app.botUserId] }, core.app),
    });
  },
});

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

interface Sought {
  readonly channel: string;
  readonly what: "read" | "history";
}

/** Each kind of channel has a scope of its own, and what is said is only read where the app is a member. */
function within(
  { core, scopes }: Work,
  { channel: to, what }: Sought,
  read: (channel: Channel) => Answer,
): Answer {
  const channel = reachChannel(core, to);
  if ("ok" in channel) return channel;
  const needed = `${{ public: "channels", private: "groups", im: "im" }[channel.kind]}:${what}`;
  if (!scopes.includes(needed)) return { ...refuse("missing_scope"), needed, provided: scopes.join(",") };
  const isOutside = what === "history" && !channel.members.includes(core.app.botUserId);
  return isOutside ? refuse("not_in_channel") : read(channel);
}

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

/** A page of a list: apis/web-api/pagination */
function cut<T>(
  items: readonly T[],
  { cursor = "", limit }: { readonly cursor?: string | undefined; readonly limit: number },
): { readonly items: readonly T[]; readonly next: { readonly next_cursor: string } } | Refusal {
  const start = cursor === "" ? "0" : Buffer.from(cursor, "base64").toString();
  if (!/^\d{1,9}$/.test(start)) return refuse("invalid_cursor");
  const from = Number(start);
  const size = Math.min(Math.max(limit, 1), 1000);
  const hasMore = items.length > from + size;
  const next_cursor = hasMore ? Buffer.from(String(from + size)).toString("base64") : "";
  return { items: items.slice(from, from + size), next: { next_cursor } };
}
