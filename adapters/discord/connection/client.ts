import { setTimeout as wait } from "node:timers/promises";
import {
  Client,
  type ClientOptions,
  GatewayIntentBits,
  Options,
  Partials,
  SimpleShardingStrategy,
  Status,
} from "discord.js";
import type { BackOff } from "./back-off.ts";

/** Messages of a channel that are remembered, to follow replies; and people, whose names come with what they do. */
const maxMessagesPerChannel = 50;
const maxPeople = 200;

interface ClientSettings {
  readonly api: string | undefined;
  /** Whether to ask for the privileged intent, without which only what is meant for the bot can be read. */
  readonly readsContent: boolean;
  readonly backOff: BackOff;
  /** Whether no connection is wanted any more. */
  readonly isOver: () => boolean;
}

/** discord.js with the least intents, caches that do not grow, and patience between connections. */
export function createClient(wanted: ClientSettings): Client {
  const { api, readsContent } = wanted;
  const isConnecting = (shard: number) => client.ws.shards.get(shard)?.status === Status.Connecting;
  const { Guilds, GuildMessages, DirectMessages, MessageContent } = GatewayIntentBits;
  const client: Client = new Client({
    intents: [Guilds, GuildMessages, DirectMessages, ...(readsContent ? [MessageContent] : [])],
    // Without it no direct message arrives.
    partials: [Partials.Channel],
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: maxMessagesPerChannel,
      UserManager: { maxSize: maxPeople, keepOverLimit: (user) => user.id === user.client.user.id },
      GuildMemberManager: {
        maxSize: maxPeople,
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
    }),
    rest: api === undefined ? {} : { api },
    ws: { buildStrategy: withBackOff(wanted, isConnecting) },
  });
  return client;
}

type BuildStrategy = NonNullable<NonNullable<ClientOptions["ws"]>["buildStrategy"]>;

/**
 * discord.js connects again half a second after each failure, however many there were. Before it does, it asks for what
 * is known of the last session: that is where it is made to wait.
 * @param isConnecting whether it asks for that reason: it asks with each event as well
 */
function withBackOff(
  { backOff, isOver }: ClientSettings,
  isConnecting: (shard: number) => boolean,
): BuildStrategy {
  return (manager) => {
    const { retrieveSessionInfo } = manager.options;
    manager.options.retrieveSessionInfo = async (shard) => {
      if (isConnecting(shard)) {
        await wait(backOff.next(), undefined, { ref: false });
        if (isOver()) await new Promise(() => {});
      }
      return retrieveSessionInfo(shard);
    };
    return new SimpleShardingStrategy(manager);
  };
}
