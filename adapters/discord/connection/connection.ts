import { type Client, Events, GatewayCloseCodes, Status } from "discord.js";
import type { Logger } from "../../../src/lib/logger.ts";
import { createBackOff } from "./back-off.ts";
import { createClient } from "./client.ts";
import { forgetDmChannels } from "./forget-dm-channels.ts";

type Prepare = (client: Client) => void;

/** The connection to the gateway, whichever client holds it. */
export interface Connection {
  /**
   * @param prepare told of each client before it connects
   * @throws what Discord says
   */
  open(prepare: Prepare): Promise<void>;
  client(): Client<true>;
  readsContent(): boolean;
  isReceiving(): boolean;
  close(): Promise<void>;
}

interface ConnectionOptions {
  readonly token: string;
  readonly api: string | undefined;
  readonly log: Logger;
  readonly now: () => number;
  /** Whether messages are to be read that are not meant for the bot. */
  readonly wantsContent: boolean;
}

/** Without a word from Discord for so long, in milliseconds, the connection counts as gone: heartbeats come each 41 s. */
const silenceTimeoutMs = 120_000;

export function createConnection({ token, api, log, now, wantsContent }: ConnectionOptions): Connection {
  const backOff = createBackOff(now);
  let current: Client<true> | undefined;
  let readsContent = wantsContent;
  let heardAt = 0;
  let isOver = false;

  const connect = async (prepare: Prepare): Promise<void> => {
    let closed: number | undefined;
    const client = createClient({ api, readsContent, backOff, isOver: () => isOver });
    client.on(Events.Raw, () => {
      heardAt = now();
    });
    client.on(Events.ShardResume, () => backOff.connected());
    client.on(Events.ShardReady, () => backOff.connected());
    logFaults(client, log);
    client.on(Events.ShardDisconnect, ({ code }) => {
      closed = code;
      if (current !== client || isOver) return;
      if (code === GatewayCloseCodes.DisallowedIntents && readsContent) return void again(prepare);
      log.fatal({ code }, "discord: the connection is closed for good");
    });
    forgetDmChannels(client);
    prepare(client);
    const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
    try {
      await client.login(token);
    } catch (error) {
      if (closed !== GatewayCloseCodes.DisallowedIntents || !readsContent) throw error;
      return connectWithoutContent(prepare);
    }
    current = await ready;
  };
  const connectWithoutContent = (prepare: Prepare): Promise<void> => {
    log.warn(
      "discord: the message content intent is not granted, so that only what is meant for the bot is read",
    );
    readsContent = false;
    return connect(prepare);
  };
  /** The intent was taken back while the bot ran. */
  const again = async (prepare: Prepare) => {
    await current?.destroy();
    await connectWithoutContent(prepare).catch((error: unknown) => {
      log.fatal({ err: error }, "discord: no connection without the message content intent");
    });
  };
  const lastHeard = () =>
    Math.max(heardAt, ...(current?.ws.shards.map((shard) => shard.lastPingTimestamp) ?? []));

  return {
    open: connect,
    client: () => {
      if (!current) throw new Error("discord is not connected");
      return current;
    },
    readsContent: () => readsContent,
    isReceiving: () =>
      current?.ws.shards.every(({ status }) => status === Status.Ready) === true &&
      now() - lastHeard() < silenceTimeoutMs,
    close: async () => {
      isOver = true;
      await current?.destroy();
    },
  };
}

/** An error that nobody listens to would end the process. */
function logFaults(client: Client, log: Logger): void {
  client.on(Events.Error, (error) => log.error({ err: error }, "discord: the connection has a fault"));
  client.on(Events.ShardError, (error) => log.warn({ err: error }, "discord: the connection has a fault"));
  client.on(Events.ShardReconnecting, () => log.info("discord: reconnecting"));
}
