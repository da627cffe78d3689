import { z } from "zod";
import { flag, id } from "../schemas/arguments.ts";
import { findUser } from "../state/channels.ts";
import { done, refuse } from "./result.ts";
import * as chat from "./chat.ts";
import * as conversations from "./conversations.ts";
import * as history from "./history.ts";
import { type Method, method } from "./method.ts";
import { generous, tier4 } from "./rate-limits.ts";
import * as views from "./views.ts";

/** methods/auth.test */
const authTest = method({
  rate: generous,
  args: z.strictObject({}),
  run: (_, { core: { app } }) =>
    done({
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
  rate: generous,
  args: z.strictObject({}),
  run: (_, { newLink }) => done({ url: newLink() }),
});

/** methods/users.info */
const usersInfo = method({
  scopes: ["users:read"],
  rate: tier4,
  args: z.strictObject({ user: id, include_locale: flag.optional() }),
  run: ({ user: wanted }, { core }) => {
    const user = findUser(core, wanted);
    if (!user) return refuse("user_not_found");
    const { name, isBot } = user;
    const fields = {
      id: user.id,
      name,
      real_name: name,
      team_id: core.app.teamId,
      is_bot: isBot,
      deleted: false,
    };
    return done({ user: { ...fields, profile: { display_name: name, real_name: name } } });
  },
});

/** The methods of the Web API that are spoken here, by name. */
export const methods: ReadonlyMap<string, Method> = new Map([
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
]);
