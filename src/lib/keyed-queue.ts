import { setTimeout as wait } from "node:timers/promises";

/** Runs tasks with the same key one at a time, in the order they were added; different keys run in parallel. */
export interface KeyedQueue {
  <T>(key: string, task: () => Promise<T>): Promise<T>;
  /** Resolves when no task is running or waiting. Does not wait for pauses. */
  idle(): Promise<void>;
}

interface KeyedQueueOptions {
  /** Pause after each successful task before the next one of its key, in milliseconds. Does not keep the process alive. */
  readonly pauseMs?: number;
}

export function createKeyedQueue({ pauseMs = 0 }: KeyedQueueOptions = {}): KeyedQueue {
  /** By key, what its next task waits for. Never rejects. */
  const tails = new Map<string, Promise<void>>();
  const unfinished = new Set<Promise<unknown>>();

  const pause = async () => {
    if (pauseMs > 0) await wait(pauseMs, undefined, { ref: false });
  };
  const enqueue = <T>(key: string, task: () => Promise<T>): Promise<T> => {
    const result = (tails.get(key) ?? Promise.resolve()).then(task);
    unfinished.add(result);
    const finish = () => void unfinished.delete(result);
    result.then(finish, finish);
    const tail = result.then(pause, () => {});
    tails.set(key, tail);
    void tail.then(() => {
      if (tails.get(key) === tail) tails.delete(key);
    });
    return result;
  };
  const idle = async () => {
    while (unfinished.size > 0) await Promise.allSettled(unfinished);
  };
  return Object.assign(enqueue, { idle });
}
