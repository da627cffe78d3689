import { REST } from "discord.js";
import type { Logger } from "../../src/lib/logger.ts";
import { StartError } from "../../src/lib/start-error.ts";
import type { Adapter, Core } from "../../src/platform/adapter.ts";
import { createConnection } from "./connection/connection.ts";
import { commandsIn, registerCommands } from "./connection/register-commands.ts";
import { registerEventHandlers } from "./handlers/handle-events.ts";
import { readPlace, toAddress } from "./place.ts";
import { createLookUpPlace } from "./sending/look-up-place.ts";
import { ensurePanels } from "./sending/panel.ts";
import { createSend, type Send } from "./sending/send.ts";
import type { DiscordSettings } from "./settings.ts";

interface DiscordOptions {
  readonly settings: DiscordSettings;
  readonly log: Logger;
}

/** Discord through discord.js: commands, direct messages, mentions, help channels, forums, buttons and forms. */
export function createDiscord({ settings, log }: DiscordOptions): Adapter {
  const { DISCORD_TOKEN: token, DISCORD_API_URL: api } = settings;
  const helpChannels = settings.DISCORD_HELP_CHANNELS ?? new Map();
  const usesThreads = settings.DISCORD_ANSWER_IN === "thread";
  const rest = new REST(api === undefined ? {} : { api }).setToken(token);
  const running = new Set<Promise<unknown>>();
  let isStopping = false;
  let send: Send | undefined;
  const background = (work: () => Promise<unknown>) => {
    if (isStopping) return;
    const begun = work().catch((error: unknown) => {
      log.error({ err: error }, "discord: an event could not be answered");
    });
    running.add(begun);
    void begun.finally(() => running.delete(begun));
  };
  const connection = createConnection({
    token,
    api,
    log,
    now: Date.now,
    wantsContent: [...helpChannels.values()].some(({ mode }) => mode !== "mentions"),
  });

  const start = async (core: Core): Promise<void> => {
    const { surface } = core;
    const sending = createSend({ rest, log, surface, lookUpPlace: createLookUpPlace(connection.client) });
    send = sending;
    const { client, readsContent } = connection;
    const context = { core, rest, send: sending, log, helpChannels, usesThreads, readsContent, client };
    await connection.open((next) => registerEventHandlers(next, context, background));
    await registerCommands(rest, client().application.id, commandsIn(core)).catch((error: unknown) => {
      log.error({ err: error }, "discord: the commands could not be registered, those of before go on");
    });
    if (!readsContent()) background(() => ensurePanels({ client: client(), rest, log, core, helpChannels }));
  };

  return {
    name: "discord",
    start: async (core) => {
      try {
        await start(core);
      } catch (cause) {
        await connection.close();
        const said = cause instanceof Error ? cause.message : String(cause);
        throw new StartError(`Discord can't be used (${said}): check DISCORD_TOKEN and the network`, {
          cause,
        });
      }
      log.info({ readsContent: connection.readsContent() }, "discord: connected");
    },
    deliver: async (address, answer, how) => {
      if (!send) throw new Error("discord is not started");
      return send(readPlace(address.data), { answer, ...how });
    },
    channel: (channel) => toAddress({ kind: "board", channel }),
    isReceiving: connection.isReceiving,
    stop: async () => {
      isStopping = true;
      while (running.size > 0) await Promise.allSettled(running);
      await connection.close();
    },
  };
}
