import { z } from "zod";
import { toChannelPayload } from "../payloads.ts";
import { count, flag, id } from "../schemas/arguments.ts";
import { changeChannel, getOrCreateDm } from "../state/channels.ts";
import { findUser } from "../state/users.ts";
import { findVisibleChannel } from "./channel-access.ts";
import { scopesOfAnyKind, withChannelScope } from "./channel-scopes.ts";
import { method } from "./method.ts";
import { paginate } from "./pagination.ts";
import { tier2, tier3, tier4 } from "./rate-limits.ts";
import { apiError, success } from "./result.ts";

/** methods/conversations.open: for one person only; group messages are not supported here. */
export const open = method({
  scopes: ["im:write"],
  rate: tier3,
  args: z.strictObject({
    users: z.string().optional(),
    channel: id.optional(),
    return_im: flag.optional(),
    prevent_creation: flag.optional(),
  }),
  run: ({ users = "", channel, return_im: isWhole = false }, { context }) => {
    if (channel !== undefined) {
      const found = findVisibleChannel(context, channel);
      return "ok" in found ? found : success({ channel: { id: found.id }, already_open: true });
    }
    const [user, ...others] = users.split(",").filter(Boolean);
    if (user === undefined) return apiError("users_list_not_supplied");
    if (others.length > 0) return apiError("method_not_supported_for_channel_type");
    if (!findUser(context, user) || user === context.app.botUserId) return apiError("user_not_found");
    const direct = getOrCreateDm(context, user);
    return success({ channel: isWhole ? toChannelPayload(direct, context.app) : { id: direct.id } });
  },
});

/** methods/conversations.info */
export const info = method({
  scopes: scopesOfAnyKind("read"),
  rate: tier3,
  args: z.strictObject({
    channel: id,
    include_locale: flag.optional(),
    include_num_members: flag.optional(),
  }),
  run: ({ channel: to }, services) =>
    withChannelScope(services, { channel: to, what: "read" }, (channel) =>
      success({ channel: toChannelPayload(channel, services.context.app) }),
    ),
});

/** methods/conversations.members */
export const members = method({
  scopes: scopesOfAnyKind("read"),
  rate: tier4,
  args: z.strictObject({ channel: id, cursor: z.string().optional(), limit: count.optional() }),
  run: ({ channel: to, cursor, limit = 100 }, services) =>
    withChannelScope(services, { channel: to, what: "read" }, (channel) => {
      const page = paginate(channel.members, { cursor, limit });
      return "ok" in page ? page : success({ members: page.items, response_metadata: page.next });
    }),
});

/** methods/conversations.list */
export const list = method({
  scopes: scopesOfAnyKind("read"),
  rate: tier2,
  args: z.strictObject({
    types: z.string().optional(),
    exclude_archived: flag.optional(),
    cursor: z.string().optional(),
    limit: count.optional(),
  }),
  run: (
    { types = "public_channel", exclude_archived: onlyOpen = false, cursor, limit = 100 },
    { context },
  ) => {
    const wanted = types.split(",");
    const found = context.state.data.channels.filter(
      ({ kind, members: users, isArchived }) =>
        wanted.includes(kind === "im" ? "im" : `${kind}_channel`) &&
        (kind === "public" || users.includes(context.app.botUserId)) &&
        !(onlyOpen && isArchived),
    );
    const page = paginate(found, { cursor, limit });
    if ("ok" in page) return page;
    return success({
      channels: page.items.map((channel) => toChannelPayload(channel, context.app)),
      response_metadata: page.next,
    });
  },
});

/** methods/conversations.join */
export const join = method({
  scopes: ["channels:join"],
  rate: tier3,
  args: z.strictObject({ channel: id }),
  run: ({ channel: to }, { context }) => {
    const channel = findVisibleChannel(context, to);
    if ("ok" in channel) return channel;
    if (channel.kind !== "public") return apiError("method_not_supported_for_channel_type");
    if (channel.isArchived) return apiError("is_archived");
    const others = channel.members.filter((user) => user !== context.app.botUserId);
    changeChannel(context, to, (before) => ({ ...before, members: [...others, context.app.botUserId] }));
    return success({
      channel: toChannelPayload({ ...channel, members: [...others, context.app.botUserId] }, context.app),
    });
  },
});
