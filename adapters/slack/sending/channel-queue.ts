import { setTimeout as wait } from "node:timers/promises";

/** Runs work of one channel in the order it came, a pause after each; of different channels side by side. */
export interface ChannelQueue {
  <T>(channel: string, work: () => Promise<T>): Promise<T>;
  /** Resolves when nothing waits or runs. */
  idle(): Promise<void>;
}

/** @param pause milliseconds between two works of one channel */
export function createChannelQueue(pause: number): ChannelQueue {
  const last = new Map<string, Promise<unknown>>();
  const running = new Set<Promise<unknown>>();
  const queue = <T>(channel: string, work: () => Promise<T>): Promise<T> => {
    const mine = (last.get(channel) ?? Promise.resolve()).then(work);
    const rested = mine.then(
      () => wait(pause, undefined, { ref: false }),
      () => undefined,
    );
    last.set(channel, rested);
    running.add(mine);
    mine.catch(() => {}).finally(() => running.delete(mine));
    rested.then(() => {
      if (last.get(channel) === rested) last.delete(channel);
    });
    return mine;
  };
  const idle = async () => {
    while (running.size > 0) await Promise.allSettled(running);
  };
  return Object.assign(queue, { idle });
}
