import { Client, type ClientOptions, GatewayIntentBits, Options, Partials, Status } from "discord.js";
import type { SessionKeeper } from "../catch-up/session-keeper.ts";
import { restOptions } from "../rest/rest-options.ts";
import type { ShardSetting } from "../settings.ts";
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
  /** Whether the bot is stopping, so that the next process may go on with the sessions. */
  readonly isStopped: () => boolean;
  /** Whether the client is done with, so that it must not reconnect. */
  readonly isOver: () => boolean;
  readonly shards: ShardSetting;
}

/** A discord.js client with as few intents as possible, bounded caches, and increasing delays between connections. */
export function createClient(settings: ClientSettings): Client {
  const { api, readsContent, backOff, keeper, isStopped, isOver, shards } = settings;
  const { Guilds, GuildMessages, DirectMessages, MessageContent } = GatewayIntentBits;
  const isConnecting = (shard: number) => client.ws.shards.get(shard)?.status === Status.Connecting;
  const buildStrategy = withBackOff({ backOff, isOver, isConnecting });
  const client: Client = new Client({
    intents: [Guilds, GuildMessages, DirectMessages, ...(readsContent ? [MessageContent] : [])],
    // Without it no DM arrives.
    partials: [Partials.Channel],
    makeCache: createCacheFactory(),
    rest: restOptions(api),
    ...toShardOptions(shards),
    ws: { buildStrategy: keeper ? keepSession(buildStrategy, { keeper, isStopped }) : buildStrategy },
  });
  return client;
}

/** The numbers are given as well: without them discord.js looks for SHARDS in the environment. */
function toShardOptions(shards: ShardSetting): Pick<ClientOptions, "shards" | "shardCount"> {
  if (shards === "auto") return { shards };
  return { shards: [...Array(shards).keys()], shardCount: shards };
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
