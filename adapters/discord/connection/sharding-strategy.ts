import { setTimeout as wait } from "node:timers/promises";
import { type ClientOptions, SimpleShardingStrategy } from "discord.js";
import type { BackOff } from "./back-off.ts";

type BuildStrategy = NonNullable<NonNullable<ClientOptions["ws"]>["buildStrategy"]>;

interface BackOffOptions {
  readonly backOff: BackOff;
  /** Whether the client is done with, so that it must not reconnect. */
  readonly isOver: () => boolean;
  /** Whether a shard is about to connect. */
  readonly isConnecting: (shard: number) => boolean;
}

/**
 * Delays connections. discord.js reconnects half a second after each failure, however many there were. Before it does, it
 * retrieves the session to resume, which is where this waits; discord.js also does so with each event.
 */
export function withBackOff({ backOff, isOver, isConnecting }: BackOffOptions): BuildStrategy {
  return (manager) => {
    const { retrieveSessionInfo } = manager.options;
    manager.options.retrieveSessionInfo = async (shard) => {
      const session = await retrieveSessionInfo(shard);
      if (!isConnecting(shard)) return session;
      const shardCount = await manager.getShardCount();
      const delayMs = backOff.next({ shard, shardCount, identifies: !session });
      await wait(delayMs, undefined, { ref: false });
      if (isOver()) await new Promise(() => {});
      return retrieveSessionInfo(shard);
    };
    return new SimpleShardingStrategy(manager);
  };
}
