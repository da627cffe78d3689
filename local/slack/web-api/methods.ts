import { z } from "zod";
import { flag, id } from "../schemas/arguments.ts";
import { findUser } from "../state/users.ts";
import { setSuggestedPrompts } from "./assistant.ts";
import * as chat from "./chat.ts";
import * as conversations from "./conversations.ts";
import * as history from "./history.ts";
import { method, type WebApiMethod } from "./method.ts";
import { specialTier, tier4 } from "./rate-limits.ts";
import { apiError, success } from "./result.ts";
import * as views from "./views.ts";

/** methods/auth.test */
const authTest = method({
  rate: specialTier,
  args: z.strictObject({}),
  run: (_, { context: { app } }) =>
    success({
      url: `https://${app.teamDomain}.slack.com/`,
      team: app.teamDomain,
      user: app.botName,
      team_id: app.teamId,
      user_id: app.botUserId,
      bot_id: app.botId,
      is_enterprise_install: false,
    }),
});

/** methods/apps.connections.open */
const connectionsOpen = method({
  token: "app",
  scopes: ["connections:write"],
  rate: specialTier,
  args: z.strictObject({}),
  run: (_, { newSocketUrl }) => success({ url: newSocketUrl() }),
});

/** methods/users.info */
const usersInfo = method({
  scopes: ["users:read"],
  rate: tier4,
  args: z.strictObject({ user: id, include_locale: flag.optional() }),
  run: ({ user: wanted }, { context }) => {
    const user = findUser(context, wanted);
    if (!user) return apiError("user_not_found");
    const { name, isBot } = user;
    const fields = {
      id: user.id,
      name,
      real_name: name,
      team_id: context.app.teamId,
      is_bot: isBot,
      deleted: false,
    };
    return success({ user: { ...fields, profile: { display_name: name, real_name: name } } });
  },
});

/** The supported methods, by name. */
export const methods: ReadonlyMap<string, WebApiMethod> = new Map([
  ["auth.test", authTest],
  ["apps.connections.open", connectionsOpen],
  ["chat.postMessage", chat.postMessage],
  ["chat.postEphemeral", chat.postEphemeral],
  ["chat.update", chat.update],
  ["chat.delete", chat.remove],
  ["chat.getPermalink", chat.getPermalink],
  ["views.open", views.open],
  ["views.push", views.push],
  ["views.update", views.update],
  ["views.publish", views.publish],
  ["conversations.open", conversations.open],
  ["conversations.info", conversations.info],
  ["conversations.members", conversations.members],
  ["conversations.list", conversations.list],
  ["conversations.join", conversations.join],
  ["conversations.history", history.history],
  ["conversations.replies", history.replies],
  ["users.info", usersInfo],
  ["assistant.threads.setSuggestedPrompts", setSuggestedPrompts],
]);
