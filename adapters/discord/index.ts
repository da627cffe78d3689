import { setTimeout as wait } from "node:timers/promises";
import { createDedupe } from "../../src/lib/dedupe.ts";
import type { Logger } from "../../src/lib/logger.ts";
import { StartError } from "../../src/lib/start-error.ts";
import type { Adapter, Core } from "../../src/platform/adapter.ts";
import { createApplicationCommands } from "./commands/application-commands.ts";
import { registerCommands } from "./commands/register-commands.ts";
import { type Connection, createConnection } from "./connection/connection.ts";
import { type Background, createBackground } from "./handlers/background.ts";
import { registerEventHandlers } from "./handlers/handle-events.ts";
import { readPlace, toAddress } from "./place.ts";
import { createRestClient, type RestClient } from "./rest/rest-client.ts";
import { ensurePanels } from "./sending/ensure-panels.ts";
import { createLookUpPlace } from "./sending/look-up-place.ts";
import { createSend, type Send } from "./sending/send.ts";
import type { DiscordSettings } from "./settings.ts";

/** At the end, how long replies may still wait for Discord, in milliseconds; then they are left for the next start. */
const graceMs = 2000;
/** How long requests under way may take after that. */
const maxStopMs = 4000;

/** How to be heard is said once in a conversation. */
const unreadableOnce = { windowMs: 24 * 3_600_000, maxEntries: 1000 };

interface DiscordOptions {
  readonly settings: DiscordSettings;
  readonly log: Logger;
}

/** Discord by discord.js: commands, messages, mentions, help channels, forums, buttons and forms. */
export function createDiscord({ settings, log }: DiscordOptions): Adapter {
  const { DISCORD_TOKEN: token, DISCORD_API_URL: api } = settings;
  const rest = createRestClient({ token, api, log });
  const background = createBackground(log);
  const wantsContent = [...helpChannelsOf(settings).values()].some(({ mode }) => mode !== "mentions");
  const connection = createConnection({ token, api, log, now: Date.now, wantsContent });
  let send: Send | undefined;

  return {
    name: "discord",
    start: async (core) => {
      send = createSend({
        rest,
        log,
        surface: core.surface,
        lookUpPlace: createLookUpPlace(connection.client),
      });
      try {
        await connect({ settings, log, rest, background, connection, core, send });
      } catch (cause) {
        await connection.close();
        throw toStartError(cause);
      }
      log.info({ readsContent: connection.readsContent() }, "discord: connected");
    },
    deliver: async (address, answer, how) => {
      if (!send) throw new Error("Discord is not started");
      return send(readPlace(address.data), { answer, ...how });
    },
    channel: (channel) => toAddress({ kind: "board", channel }),
    isReceiving: () => connection.isReceiving() && rest.isTokenAccepted(),
    stop: async () => {
      const handled = background.stop();
      await Promise.race([handled, wait(graceMs, undefined, { ref: false })]);
      rest.stop();
      await Promise.race([handled, wait(maxStopMs, undefined, { ref: false })]);
      await connection.close();
    },
  };
}

interface ConnectOptions extends DiscordOptions {
  readonly rest: RestClient;
  readonly background: Background;
  readonly connection: Connection;
  readonly core: Core;
  readonly send: Send;
}

/** Connects to the gateway, registers the commands, and posts panels if help channels can't be read. */
async function connect(options: ConnectOptions): Promise<void> {
  const { settings, log, rest, background, connection, core, send } = options;
  const { client, readsContent } = connection;
  const isFirstUnreadable = createDedupe({ now: Date.now, ...unreadableOnce });
  const helpChannels = helpChannelsOf(settings);
  const usesThreads = settings.DISCORD_ANSWER_IN === "thread";
  const { DISCORD_API_URL: api } = settings;
  const replying = { core, rest, send, log, client };
  const context = { ...replying, helpChannels, usesThreads, readsContent, isFirstUnreadable, api };
  await connection.open((next) => registerEventHandlers(next, context, background));
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
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new StartError(`Discord can't be used (${reason}): check DISCORD_TOKEN and the network`, { cause });
}
