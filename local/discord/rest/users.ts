import { toChannelPayload } from "../payloads/channels.ts";
import { toGuildPayload } from "../payloads/guild.ts";
import { findUserPayload, toMemberPayload, toUserPayload } from "../payloads/people.ts";
import { openDirect } from "../schemas/channels.ts";
import { errorText } from "../schemas/fields.ts";
import { getOrCreateDm } from "../state/channels.ts";
import { findUser } from "../state/find.ts";
import { appGuilds, findAppGuild, guildIdOf } from "../state/guilds.ts";
import { apiError, fieldError, success } from "./result.ts";
import { type RestServices, route, routeWithoutBody } from "./route.ts";

/** resources/user#get-current-user */
export const me = routeWithoutBody("GET /users/@me", {
  run: (_, { context }) =>
    success({
      ...findUserPayload(context, context.app.botUserId),
      mfa_enabled: true,
      locale: "en-US",
      verified: true,
      email: null,
    }),
});

/** resources/user#get-user */
export const get = routeWithoutBody("GET /users/{user}", {
  run: ({ param }, { context }) => {
    const user = findUser(context, param("user"));
    return user ? success(toUserPayload(user)) : apiError(10013);
  },
});

/** resources/user#create-dm: succeeds for every user; only the first message shows whether they accept DMs */
export const createDm = route("POST /users/@me/channels", {
  body: openDirect,
  run: ({ body }, { context }) => {
    const user = findUser(context, body.recipient_id);
    if (!user) return fieldError(["recipient_id"], errorText("INVALID_RECIPIENT", "Invalid Recipient(s)"));
    return user.isBot ? apiError(50033) : success(toChannelPayload(context, getOrCreateDm(context, user.id)));
  },
});

/** resources/guild#get-guild-member */
export const member = routeWithoutBody("GET /guilds/{guild}/members/{user}", {
  run: ({ param }, { context }) => {
    if (!findAppGuild(context, param("guild"))) return apiError(10004);
    const user = findUser(context, param("user"));
    if (!user) return apiError(10013);
    return user.isMember ? success(toMemberPayload(user)) : apiError(10007);
  },
});

/** resources/guild#get-guild */
export const guild = routeWithoutBody("GET /guilds/{guild}", {
  run: ({ param }, { context }) => {
    const found = findAppGuild(context, param("guild"));
    return found ? success(toGuildPayload(context, found)) : apiError(10004);
  },
});

/** resources/guild#get-guild-channels: without threads */
export const channels = routeWithoutBody("GET /guilds/{guild}/channels", {
  run: ({ param }, { context }) => {
    const guild = findAppGuild(context, param("guild"));
    if (!guild) return apiError(10004);
    const found = context.state.data.channels.filter(
      (channel) =>
        (channel.kind === "text" || channel.kind === "forum") && guildIdOf(context, channel) === guild.id,
    );
    return success(found.map((channel) => toChannelPayload(context, channel)));
  },
});

/** resources/application#get-current-application */
export const application = routeWithoutBody("GET /applications/@me", {
  run: (_, services) => success(toApplicationPayload(services)),
});

/** topics/oauth2#get-current-bot-application-information */
export const oauthApplication = routeWithoutBody("GET /oauth2/applications/@me", {
  run: (_, services) => success(toApplicationPayload(services)),
});

/** resources/application#application-object-application-flags: GATEWAY_MESSAGE_CONTENT_LIMITED */
const messageContentLimited = 1 << 19;

function flagsOf({ hasContentIntent }: RestServices["context"]) {
  const flags = hasContentIntent ? messageContentLimited : 0;
  return { flags, flags_new: String(flags) };
}

function toApplicationPayload({ context }: RestServices) {
  const { applicationId, botName, botUserId, publicKey, ownerId } = context.app;
  return {
    id: applicationId,
    name: botName,
    description: "",
    bot: findUserPayload(context, botUserId),
    owner: findUserPayload(context, ownerId),
    verify_key: publicKey,
    ...{
      icon: null,
      type: null,
      team: null,
      ...flagsOf(context),
      bot_public: true,
      bot_require_code_grant: false,
    },
    ...{ redirect_uris: [], interactions_endpoint_url: null, role_connections_verification_url: null },
    ...{ event_webhooks_url: null, event_webhooks_status: 1, event_webhooks_types: [] },
    ...{
      approximate_guild_count: appGuilds(context).length,
      approximate_user_install_count: 0,
      approximate_user_authorization_count: 0,
    },
    ...{ explicit_content_filter: 0, eligible_oauth2_scopes: [], integration_types_config: {} },
  };
}

/** events/gateway#get-gateway-bot */
export const gatewayBot = routeWithoutBody("GET /gateway/bot", {
  run: (_, { sessionStarts, recommendedShards, gatewayUrl }) =>
    success({
      url: gatewayUrl(),
      shards: recommendedShards,
      session_start_limit: sessionStarts.limit(),
    }),
});

/** events/gateway#get-gateway */
export const gateway = routeWithoutBody("GET /gateway", {
  needsToken: false,
  run: (_, { gatewayUrl }) => success({ url: gatewayUrl() }),
});
