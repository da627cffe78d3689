import { type Client, Events, GatewayCloseCodes } from "discord.js";
import type { Logger } from "../../../src/lib/logger.ts";
import type { SessionKeeper } from "../catch-up/session-keeper.ts";
import { createActivityMonitor } from "./activity-monitor.ts";
import { createBackOff } from "./back-off.ts";
import { createClient } from "./client.ts";
import { limitDmChannelCache } from "./limit-dm-channel-cache.ts";
import { logIn } from "./log-in.ts";

type Prepare = (client: Client) => void;

/** The connection to the gateway. Without the message content intent it is made again by a new client. */
export interface Connection {
  /**
   * @param prepare is called with each client before it connects
   * @throws what discord.js throws
   */
  open(prepare: Prepare): Promise<void>;
  client(): Client<true>;
  /** Whether the bot has the message content intent. */
  readsContent(): boolean;
  isReceiving(): boolean;
  close(): Promise<void>;
}

interface ConnectionOptions {
  readonly token: string;
  readonly api: string | undefined;
  readonly log: Logger;
  readonly now: () => number;
  /** Whether to ask for the message content intent. */
  readonly wantsContent: boolean;
  /** Follows the session, and leaves it resumable at the end; without one it ends with the connection. */
  readonly keeper?: Pick<SessionKeeper, "update">;
}

export function createConnection(options: ConnectionOptions): Connection {
  const { token, api, log, now, wantsContent, keeper } = options;
  const backOff = createBackOff(now);
  const activity = createActivityMonitor(now);
  let current: Client<true> | undefined;
  let readsContent = wantsContent;
  let isStopped = false;

  const open = async (prepare: Prepare): Promise<void> => {
    const client = createClient({ api, readsContent, backOff, keeper, isStopped: () => isStopped });
    activity.watch(client);
    client.on(Events.ShardResume, () => backOff.connected());
    client.on(Events.ShardReady, () => backOff.connected());
    client.on(Events.ShardDisconnect, ({ code }) => {
      if (current !== client || isStopped) return;
      if (code === GatewayCloseCodes.DisallowedIntents && readsContent) return void reopen(prepare);
      log.fatal({ code }, "discord: gateway closed for good");
    });
    logErrors(client, log);
    limitDmChannelCache(client);
    prepare(client);
    const result = await logIn(client, token);
    if (result.kind === "ready") {
      current = result.client;
      return;
    }
    if (!readsContent) throw result.error;
    return openWithoutContent(prepare);
  };
  const openWithoutContent = (prepare: Prepare): Promise<void> => {
    log.warn("discord: message content intent not granted");
    readsContent = false;
    return open(prepare);
  };
  /** The intent was taken away while the bot was running. */
  const reopen = async (prepare: Prepare): Promise<void> => {
    await current?.destroy();
    await openWithoutContent(prepare).catch((error: unknown) => {
      log.fatal({ err: error }, "discord: reconnect without intent failed");
    });
  };

  return {
    open,
    client: () => {
      if (!current) throw new Error("Discord is not connected");
      return current;
    },
    readsContent: () => readsContent,
    isReceiving: () => current !== undefined && activity.isReceiving(current),
    close: async () => {
      isStopped = true;
      await current?.destroy();
    },
  };
}

/** Without a listener, an error event ends the process. */
function logErrors(client: Client, log: Logger): void {
  client.on(Events.Error, (error) => log.error({ err: error }, "discord: client error"));
  client.on(Events.ShardError, (error) => log.warn({ err: error }, "discord: gateway error"));
  client.on(Events.ShardReconnecting, () => log.info("discord: reconnecting"));
}
