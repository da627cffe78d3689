import type { Logger } from "../../../src/lib/logger.ts";

/** Work that nobody awaits. */
export interface Background {
  /** Starts a task, unless the adapter is stopping. */
  run(task: () => Promise<unknown>): void;
  /** Accepts no further tasks, and resolves when none is running. */
  stop(): Promise<void>;
}

export function createBackground(log: Logger): Background {
  const running = new Set<Promise<unknown>>();
  let isStopping = false;
  return {
    run: (task) => {
      if (isStopping) return;
      const work = task().catch((error: unknown) => {
        log.error({ err: error }, "discord: handler failed");
      });
      running.add(work);
      void work.finally(() => running.delete(work));
    },
    stop: async () => {
      isStopping = true;
      while (running.size > 0) await Promise.allSettled(running);
    },
  };
}
