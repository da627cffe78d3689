import { type Client, Events, GatewayCloseCodes } from "discord.js";
import type { Logger } from "../../../src/lib/logger.ts";
import { createStopController } from "../../../src/lib/stop-controller.ts";
import type { SessionKeeper } from "../catch-up/session-keeper.ts";
import type { ShardSetting } from "../settings.ts";
import { createActivityMonitor } from "./activity-monitor.ts";
import { createBackOff } from "./back-off.ts";
import { createClient } from "./client.ts";
import { connectPatiently } from "./connect-patiently.ts";
import { describeAway } from "./describe-away.ts";
import { learnRole } from "./learn-roles.ts";
import { limitDmChannelCache } from "./limit-dm-channel-cache.ts";
import { isShardCode, type LogInResult, logIn, tooFewShards } from "./log-in.ts";
import { removeNulls } from "./remove-nulls.ts";

type Prepare = (client: Client) => void;

/** The connection to the gateway. After a close that discord.js takes for final, it is made again by a new client. */
export interface Connection {
  /**
   * Waits for Discord, however long that takes.
   * @param prepare is called with each client before it connects
   * @throws what discord.js throws, if Discord refuses the token
   */
  open(prepare: Prepare): Promise<void>;
  client(): Client<true>;
  /** Whether the bot has the message content intent. */
  readsContent(): boolean;
  isReceiving(): boolean;
  /** Which shards are away, in words; undefined if none is, or all are. */
  whatIsAway(): string | undefined;
  close(): Promise<void>;
}

interface ConnectionOptions {
  readonly token: string;
  readonly api: string | undefined;
  readonly log: Logger;
  readonly now: () => number;
  /** Whether to ask for the message content intent. */
  readonly wantsContent: boolean;
  readonly shards: ShardSetting;
  /** Follows the sessions, and leaves them resumable at the end; without one they end with the connection. */
  readonly keeper?: Pick<SessionKeeper, "update">;
}

/** At the start: a token that is refused more often is wrong, and somebody is there to be told. */
const maxRefusalsAtStart = 2;

export function createConnection(options: ConnectionOptions): Connection {
  const { token, api, log, now, wantsContent, shards, keeper } = options;
  const backOff = createBackOff(now);
  const activity = createActivityMonitor(now);
  const stopping = createStopController();
  const { signal } = stopping;
  let current: Client<true> | undefined;
  let isClosed = true;
  let readsContent = wantsContent;

  const attempt = async (prepare: Prepare): Promise<LogInResult> => {
    let isOver = false;
    const client = createClient({
      ...{ api, readsContent, backOff, keeper, shards },
      isStopped: () => signal.aborted,
      isOver: () => isOver || signal.aborted,
    });
    activity.watch(client);
    client.on(Events.Raw, (packet) => {
      removeNulls(packet);
      learnRole(client, packet);
    });
    client.on(Events.ShardResume, (shard) => backOff.connected(shard, "resumed"));
    client.on(Events.ShardReady, (shard) => backOff.connected(shard, "identified"));
    client.on(Events.ShardDisconnect, ({ code }) => {
      isOver = true;
      // Each shard is closed in this way, but all are opened again at once.
      if (current === client && !isClosed && !signal.aborted) void reopen(prepare, code);
    });
    logErrors(client, log);
    limitDmChannelCache(client);
    prepare(client);
    const result = await logIn(client, token);
    isOver = result.kind !== "ready";
    if (result.kind !== "intentsRefused" || !readsContent) return result;
    withoutContent();
    return attempt(prepare);
  };
  const connect = async (prepare: Prepare, maxRefusals: number): Promise<void> => {
    current = await connectPatiently({ attempt: () => attempt(prepare), log, maxRefusals, signal });
    isClosed = false;
    if (signal.aborted) await current.destroy();
  };
  const withoutContent = () => {
    log.warn("discord: message content intent not granted");
    readsContent = false;
  };
  /** The gateway was closed for a reason that stays: the token, or an intent that was taken away. */
  const reopen = async (prepare: Prepare, code: number): Promise<void> => {
    isClosed = true;
    if (code === GatewayCloseCodes.DisallowedIntents && readsContent) withoutContent();
    else log.fatal({ code }, isShardCode(code) ? `discord: ${tooFewShards}` : closedForGood);
    await current?.destroy();
    await connect(prepare, Number.POSITIVE_INFINITY).catch((error: unknown) => {
      log.warn({ err: error }, "discord: not connected again");
    });
  };

  return {
    open: (prepare) => connect(prepare, maxRefusalsAtStart),
    client: () => {
      if (!current) throw new Error("Discord is not connected");
      return current;
    },
    readsContent: () => readsContent,
    isReceiving: () => !isClosed && current !== undefined && activity.awayShards(current).length === 0,
    whatIsAway: () =>
      isClosed || !current ? undefined : describeAway(activity.awayShards(current), current.ws.shards.size),
    close: async () => {
      stopping.abort();
      await current?.destroy();
    },
  };
}

/** The log line when Discord closes the gateway with a code after which it must not be connected again as it was. */
const closedForGood =
  "discord: gateway closed for good, trying again: if the token was reset, put the new one in DISCORD_TOKEN and restart";

/** Without a listener, an error event ends the process. */
function logErrors(client: Client, log: Logger): void {
  client.on(Events.Error, (error) => log.error({ err: error }, "discord: client error"));
  client.on(Events.ShardError, (error, shard) => log.warn({ err: error, shard }, "discord: gateway error"));
  client.on(Events.ShardReconnecting, (shard) => log.info({ shard }, "discord: reconnecting"));
}
