import { z } from "zod";
import { count, flag, id } from "../schemas/arguments.ts";
import { changeChannel, directMessages, findUser } from "../state/channels.ts";
import { channelToWire } from "../payloads.ts";
import { done, refuse } from "./result.ts";
import { method } from "./method.ts";
import { cut } from "./pagination.ts";
import { tier2, tier3, tier4 } from "./rate-limits.ts";
import { reachChannel } from "./channel-access.ts";
import { anyOf, within } from "./channel-scopes.ts";

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
