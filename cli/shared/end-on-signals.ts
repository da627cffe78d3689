import type { Logger } from "../../src/lib/logger.ts";

/** How long a stop may take, from the first signal to the end of the process, in milliseconds. */
export const maxStopMs = 9000;
const parentCheckMs = 1000;

interface EndOptions {
  /** Finishes what is under way. Also called while the start is still under way. */
  readonly stop: () => Promise<void>;
  readonly log: Logger;
}

/**
 * Ends this process on SIGTERM and SIGINT, and if it was started by npm and npm is gone: gracefully, and after nine
 * seconds, or on a second signal, at once. What was not finished by then is kept in the store for the next start.
 */
export function endOnSignals({ stop, log }: EndOptions): void {
  let isEnding = false;
  const end = (why: string) => {
    if (isEnding) process.exit(0);
    isEnding = true;
    log.info({ why }, "stop: finishing what is under way");
    setTimeout(() => {
      log.warn("stop: not finished in time; what is left is delivered at the next start");
      process.exit(0);
    }, maxStopMs).unref();
    stop().then(
      () => process.exit(),
      (error: unknown) => {
        log.error({ err: error }, "stop: failed");
        process.exit(1);
      },
    );
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => end(signal));
  if (process.env.npm_lifecycle_event !== undefined) whenParentIsGone(() => isEnding || end("npm is gone"));
}

function whenParentIsGone(act: () => void): void {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && act(), parentCheckMs).unref();
}
