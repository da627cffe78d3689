import { openDirect } from "../schemas/channels.ts";
import { complaint } from "../schemas/fields.ts";
import { isForeign } from "../state/permissions.ts";
import { findUser } from "../state/find.ts";
import { directMessages } from "../state/channels.ts";
import { channelToWire } from "../payloads/channels.ts";
import { guildToWire } from "../payloads/guild.ts";
import { memberToWire, userById, userToWire } from "../payloads/people.ts";
import { done, refuse, refuseField } from "./result.ts";
import { bareRoute, route, type Work } from "./route.ts";

/** resources/user#get-current-user */
export const me = bareRoute("GET /users/@me", {
  run: (_, { core }) =>
    done({
      ...userById(core, core.app.botUserId),
      mfa_enabled: true,
      locale: "en-US",
      verified: true,
      email: null,
    }),
});

/** resources/user#get-user */
export const get = bareRoute("GET /users/{user}", {
  run: ({ param }, { core }) => {
    const user = findUser(core, param("user"));
    return user ? done(userToWire(user)) : refuse(10013);
  },
});

/** resources/user#create-dm: it opens for anybody; whether they take messages shows in the first one */
export const openDm = route("POST /users/@me/channels", {
  body: openDirect,
  run: ({ body }, { core }) => {
    const user = findUser(core, body.recipient_id);
    if (!user) return refuseField(["recipient_id"], complaint("INVALID_RECIPIENT", "Invalid Recipient(s)"));
    return user.isBot ? refuse(50033) : done(channelToWire(core, directMessages(core, user.id)));
  },
});

/** resources/guild#get-guild-member */
export const member = bareRoute("GET /guilds/{guild}/members/{user}", {
  run: ({ param }, { core }) => {
    if (param("guild") !== core.app.guildId) return refuse(10004);
    const user = findUser(core, param("user"));
    if (!user) return refuse(10013);
    return user.isMember ? done(memberToWire(user)) : refuse(10007);
  },
});

/** resources/guild#get-guild */
export const guild = bareRoute("GET /guilds/{guild}", {
  run: ({ param }, { core }) =>
    param("guild") === core.app.guildId ? done(guildToWire(core)) : refuse(10004),
});

/** resources/guild#get-guild-channels: without threads */
export const channels = bareRoute("GET /guilds/{guild}/channels", {
  run: ({ param }, { core }) => {
    if (param("guild") !== core.app.guildId) return refuse(10004);
    const found = core.state.data.channels.filter(
      (channel) => (channel.kind === "text" || channel.kind === "forum") && !isForeign(channel),
    );
    return done(found.map((channel) => channelToWire(core, channel)));
  },
});

/** resources/application#get-current-application */
export const application = bareRoute("GET /applications/@me", {
  run: (_, work) => done(applicationToWire(work)),
});

/** topics/oauth2#get-current-bot-application-information */
export const oauthApplication = bareRoute("GET /oauth2/applications/@me", {
  run: (_, work) => done(applicationToWire(work)),
});

/** resources/application#application-object-application-flags: what the portal grants an app in few servers */
const limitedContent = 1 << 19;

function flagsOf({ readsContent }: Work["core"]) {
  const flags = readsContent ? limitedContent : 0;
  return { flags, flags_new: String(flags) };
}

function applicationToWire({ core }: Work) {
  const { applicationId, botName, botUserId, publicKey, ownerId } = core.app;
  return {
    id: applicationId,
    name: botName,
    description: "",
    bot: userById(core, botUserId),
    owner: userById(core, ownerId),
    verify_key: publicKey,
    ...{
      icon: null,
      type: null,
      team: null,
      ...flagsOf(core),
      bot_public: true,
      bot_require_code_grant: false,
    },
    ...{ redirect_uris: [], interactions_endpoint_url: null, role_connections_verification_url: null },
    ...{ event_webhooks_url: null, event_webhooks_status: 1, event_webhooks_types: [] },
    ...{
      approximate_guild_count: 1,
      approximate_user_install_count: 0,
      approximate_user_authorization_count: 0,
    },
    ...{ explicit_content_filter: 0, eligible_oauth2_scopes: [], integration_types_config: {} },
  };
}

/** events/gateway#get-gateway-bot */
export const gatewayBot = bareRoute("GET /gateway/bot", {
  run: (_, { gateway, gatewayUrl }) =>
    done({
      url: gatewayUrl(),
      shards: 1,
      session_start_limit: {
        total: 1000,
        remaining: gateway.identifiesLeft(),
        reset_after: 86_400_000,
        max_concurrency: 1,
      },
    }),
});

/** events/gateway#get-gateway */
export const gateway = bareRoute("GET /gateway", {
  needsToken: false,
  run: (_, { gatewayUrl }) => done({ url: gatewayUrl() }),
});
