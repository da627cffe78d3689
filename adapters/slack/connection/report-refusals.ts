import type { Logger } from "../../../src/lib/logger.ts";
import type { ApiFailure } from "../sending/api-failure.ts";

/** Logs, once for each code, the refusals that somebody has to mend: unknown ones, and those for want of a scope. */
export function createRefusalReport(log: Logger): (failure: ApiFailure) => void {
  const reported = new Set<string>();
  return (failure) => {
    if (!("code" in failure) || reported.has(failure.code)) return;
    const message = describe(failure);
    if (message === undefined) return;
    reported.add(failure.code);
    log.error({ code: failure.code }, message);
  };
}

function describe({ kind, code }: Extract<ApiFailure, { readonly code: string }>): string | undefined {
  if (kind === "unknown") return "slack: unknown refusal, answers take another way";
  return code === "missing_scope" ? "slack: a scope is missing, npx signpost doctor says which" : undefined;
}
