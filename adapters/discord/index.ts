import { setImmediate, setTimeout as wait } from "node:timers/promises";
import { type Client, Events } from "discord.js";
import { createDedupe } from "../../src/lib/dedupe.ts";
import { StartError } from "../../src/lib/start-error.ts";
import type { Adapter, AdapterOptions, Core } from "../../src/platform/adapter.ts";
import { type CatchUp, createCatchUp } from "./catch-up/catch-up.ts";
import { createSessionKeeper } from "./catch-up/session-keeper.ts";
import { createApplicationCommands } from "./commands/application-commands.ts";
import { registerCommands } from "./commands/register-commands.ts";
import { type Connection, createConnection } from "./connection/connection.ts";
import { type Background, createBackground } from "./handlers/background.ts";
import { registerEventHandlers } from "./handlers/handle-events.ts";
import { readPlace, toAddress } from "./place.ts";
import { createRestClient, type RestClient } from "./rest/rest-client.ts";
import { editMessage } from "./sending/edit-message.ts";
import { ensurePanels } from "./sending/ensure-panels.ts";
import { createLookUpPlace } from "./sending/look-up-place.ts";
import { createSend, type Send } from "./sending/send.ts";
import { updateIdleTag } from "./sending/update-idle-tag.ts";
import type { DiscordSettings } from "./settings.ts";

/** At the end, how long replies may still wait for Discord, in milliseconds; then they are left for the next start. */
const graceMs = 2000;
/** How long requests under way may take after that. */
const maxStopMs = 4000;

/** How to be heard is said once in a conversation. */
const unreadableOnce = { windowMs: 24 * 3_600_000, maxEntries: 1000 };

interface DiscordOptions extends Pick<AdapterOptions, "log" | "memory"> {
  readonly settings: DiscordSettings;
  /** Milliseconds since 1970, by the same clock as Discord's. */
  readonly now?: () => number;
}

/** Discord by discord.js: commands, messages, mentions, help channels, forums, buttons and forms. */
export function createDiscord({ settings, log, memory, now = Date.now }: DiscordOptions): Adapter {
  const { DISCORD_TOKEN: token, DISCORD_API_URL: api, DISCORD_SHARDS: shards } = settings;
  const rest = createRestClient({ token, api, log });
  const background = createBackground(log);
  const wantsContent = [...helpChannelsOf(settings).values()].some(({ mode }) => mode !== "mentions");
  const onError = (error: unknown) => log.error({ err: error }, "discord: memory failed");
  const keeper = createSessionKeeper({ memory, now, onError });
  const catchUp = createCatchUp({ memory, keeper, token, now, onError });
  const connection = createConnection({ token, api, log, now: Date.now, wantsContent, shards, keeper });
  let send: Send | undefined;
  let startedCore: Core | undefined;

  return {
    name: "discord",
    start: async (core) => {
      startedCore = core;
      send = createSend({
        rest,
        log,
        surface: core.surface,
        lookUpPlace: createLookUpPlace(connection.client),
      });
      await keeper.open().catch(onError);
      try {
        await connect({ settings, log, rest, background, connection, catchUp, core, send });
      } catch (cause) {
        keeper.freeze();
        await connection.close();
        throw toStartError(cause);
      }
      const shardCount = connection.client().ws.shards.size;
      log.info({ readsContent: connection.readsContent(), shards: shardCount }, "discord: connected");
    },
    deliver: async (address, answer, how) => {
      if (!send) throw new Error("Discord is not started");
      return send(readPlace(address.data), { answer, ...how });
    },
    edit: (message, answer) => editMessage(rest, message, answer),
    markIdle: async (address, change) => {
      if (!startedCore) throw new Error("Discord is not started");
      const context = { client: connection.client, core: startedCore, log };
      return updateIdleTag(context, readPlace(address.data), change);
    },
    channel: (channel) => toAddress({ kind: "board", channel }),
    whatIsAway: connection.whatIsAway,
    isReceiving: () => connection.isReceiving() && rest.isTokenAccepted(),
    stop: async () => {
      keeper.freeze();
      catchUp.stop();
      const handled = background.stop();
      await Promise.race([handled, wait(graceMs, undefined, { ref: false })]);
      rest.stop();
      await Promise.race([handled, wait(maxStopMs, undefined, { ref: false })]);
      await connection.close();
      await keeper.close();
    },
  };
}

interface ConnectOptions extends Omit<DiscordOptions, "memory" | "now"> {
  readonly rest: RestClient;
  readonly background: Background;
  readonly connection: Connection;
  readonly catchUp: CatchUp;
  readonly core: Core;
  readonly send: Send;
}

/** Connects to the gateway, registers the commands, and posts panels if help channels can't be read. */
async function connect(options: ConnectOptions): Promise<void> {
  const { settings, log, rest, background, connection, catchUp, core, send } = options;
  const { client, readsContent } = connection;
  const isFirstUnreadable = createDedupe({ now: Date.now, ...unreadableOnce });
  const helpChannels = helpChannelsOf(settings);
  const usesThreads = settings.DISCORD_ANSWER_IN === "thread";
  const { DISCORD_API_URL: api } = settings;
  const replying = { core, rest, send, log, client };
  const context = { ...replying, helpChannels, usesThreads, readsContent, isFirstUnreadable, api };
  const readMissed = (shard: number) =>
    background.run(async () => {
      // A client that has just connected is not yet the connection's.
      await setImmediate();
      await catchUp.run(context, shard);
    });
  const readAllMissed = ({ ws: { shards } }: Client) => [...shards.keys()].map(readMissed);
  let isOpen = false;
  await connection.open((next) => {
    registerEventHandlers(next, context, background);
    catchUp.watch(next);
    // A new session of the same connection: the one before could not be resumed.
    next.on(Events.ShardReady, (shard) => isOpen && next.isReady() && readMissed(shard));
    // A new client.
    next.on(Events.ClientReady, () => isOpen && readAllMissed(next));
  });
  isOpen = true;
  readAllMissed(client());
  const commands = createApplicationCommands(core);
  await registerCommands(rest, client().application.id, commands).catch((error: unknown) => {
    // The commands of an earlier start still work.
    log.error({ err: error }, "discord: command registration failed");
  });
  if (readsContent()) return;
  background.run(() => ensurePanels({ client: client(), rest, log, core, helpChannels }));
}

function helpChannelsOf({ DISCORD_HELP_CHANNELS: channels = new Map() }: DiscordSettings) {
  return channels;
}

function toStartError(cause: unknown): StartError {
  if (cause instanceof StartError) return cause;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new StartError(`Discord can't be used (${reason}): check DISCORD_TOKEN and the network`, { cause });
}
