import type { Logger } from "../../../src/lib/logger.ts";
import type { ApiFailure } from "../sending/api-failure.ts";

/** Logs a refusal that sending/refusals.ts does not know, once for each code. */
export function createUnknownReport(log: Logger): (failure: ApiFailure) => void {
  const reported = new Set<string>();
  return (failure) => {
    if (failure.kind !== "unknown" || reported.has(failure.code)) return;
    reported.add(failure.code);
    log.error({ code: failure.code }, "slack: unknown refusal, answers take another way");
  };
}
