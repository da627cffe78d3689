import { Client, GatewayIntentBits, Options, Partials, Status } from "discord.js";
import type { SessionKeeper } from "../catch-up/session-keeper.ts";
import { restOptions } from "../rest/rest-options.ts";
import type { BackOff } from "./back-off.ts";
import { keepSession } from "./keep-session.ts";
import { withBackOff } from "./sharding-strategy.ts";

/** Cached messages, which are needed to follow replies. */
const maxMessagesPerChannel = 50;
/** Cached users and members. An event brings its own, so that few are needed. */
const maxUsers = 200;

interface ClientSettings {
  readonly api: string | undefined;
  /** Whether to ask for the privileged message content intent. */
  readonly readsContent: boolean;
  readonly backOff: BackOff;
  readonly keeper: Pick<SessionKeeper, "update"> | undefined;
  /** Whether the bot is stopping, so that it must not reconnect. */
  readonly isStopped: () => boolean;
}

/** A discord.js client with as few intents as possible, bounded caches, and increasing delays between connections. */
export function createClient({ api, readsContent, backOff, keeper, isStopped }: ClientSettings): Client {
  const { Guilds, GuildMessages, DirectMessages, MessageContent } = GatewayIntentBits;
  const isConnecting = (shard: number) => client.ws.shards.get(shard)?.status === Status.Connecting;
  const buildStrategy = withBackOff({ backOff, isStopped, isConnecting });
  const client: Client = new Client({
    intents: [Guilds, GuildMessages, DirectMessages, ...(readsContent ? [MessageContent] : [])],
    // Without it no DM arrives.
    partials: [Partials.Channel],
    makeCache: createCacheFactory(),
    rest: restOptions(api),
    ws: { buildStrategy: keeper ? keepSession(buildStrategy, { keeper, isStopped }) : buildStrategy },
  });
  return client;
}

/** The bot itself always stays cached. */
function createCacheFactory() {
  return Options.cacheWithLimits({
    ...Options.DefaultMakeCacheSettings,
    MessageManager: maxMessagesPerChannel,
    UserManager: { maxSize: maxUsers, keepOverLimit: (user) => user.id === user.client.user.id },
    GuildMemberManager: {
      maxSize: maxUsers,
      keepOverLimit: (member) => member.id === member.client.user.id,
    },
    ThreadMemberManager: { maxSize: 0, keepOverLimit: (member) => member.id === member.client.user.id },
    ReactionManager: 0,
    ReactionUserManager: 0,
    PresenceManager: 0,
    VoiceStateManager: 0,
    GuildInviteManager: 0,
    GuildBanManager: 0,
    GuildEmojiManager: 0,
    GuildStickerManager: 0,
    GuildScheduledEventManager: 0,
    StageInstanceManager: 0,
    AutoModerationRuleManager: 0,
  });
}
