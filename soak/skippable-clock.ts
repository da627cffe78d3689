import type { Clock } from "../local/shared/clock.ts";

/** The machine's clock, which can also skip ahead: whatever becomes due runs at once. */
export interface SkippableClock extends Clock {
  skip(milliseconds: number): void;
}

interface SkippableTask {
  readonly at: number;
  readonly run: () => void;
  readonly timer: NodeJS.Timeout;
}

export function createSkippableClock(): SkippableClock {
  let offsetMs = 0;
  const scheduled = new Set<SkippableTask>();
  const now = () => Date.now() + offsetMs;
  const runOnce = (task: SkippableTask) => {
    if (scheduled.delete(task)) task.run();
  };
  return {
    now,
    after: (milliseconds, run) => {
      const timer = setTimeout(() => runOnce(task), milliseconds);
      const task: SkippableTask = { at: now() + milliseconds, run, timer };
      task.timer.unref();
      scheduled.add(task);
      return () => {
        clearTimeout(task.timer);
        scheduled.delete(task);
      };
    },
    skip: (milliseconds) => {
      offsetMs += milliseconds;
      const due = [...scheduled].filter(({ at }) => at <= now()).toSorted((one, other) => one.at - other.at);
      for (const task of due) {
        clearTimeout(task.timer);
        runOnce(task);
      }
    },
  };
}
