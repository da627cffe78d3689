import type { Adapter } from "../platform/adapter.ts";
import type { Clock } from "../store/store.ts";

/** Whether events of a platform are being received, and since when that is so (milliseconds since 1970). */
export interface Connection {
  readonly name: string;
  readonly isConnected: boolean;
  readonly since: number;
  /** What of it is away, in words, if not all is. */
  readonly away?: string;
}

export interface Connections {
  /** In the order of the adapters. */
  current(): readonly Connection[];
  stop(): void;
}

/** How often is looked, in milliseconds: so exact is `since`, and shorter interruptions are not seen. */
const lookIntervalMs = 1000;

/** Follows whether the adapters are connected. Those that can't tell count as connected. */
export function followConnections(adapters: readonly Adapter[], now: Clock): Connections {
  let last: readonly Connection[] = [];
  const look = () => {
    last = adapters.map(({ name, isReceiving, whatIsAway }, index) => {
      const isConnected = isReceiving?.() ?? true;
      const away = isConnected ? undefined : whatIsAway?.();
      const before = last[index];
      const since = before?.isConnected === isConnected ? before.since : now();
      return { name, isConnected, since, ...(away !== undefined && { away }) };
    });
    return last;
  };
  look();
  const timer = setInterval(look, lookIntervalMs).unref();
  return { current: look, stop: () => clearInterval(timer) };
}
