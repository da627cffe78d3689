import { type Logger, pino } from "pino";

export type { Logger } from "pino";

export const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

/** Log lines as JSON on standard error: standard output belongs to the conversation and the commands. */
export function createLog(level: (typeof logLevels)[number]): Logger {
  return pino(
    { level, base: null, serializers: { err: describeError }, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: true }),
  );
}

/** What an error says of itself and nothing that hangs on it: SDKs hang requests with tokens on theirs. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error ? { code: error.code } : {};
  return { type: error.name, message: error.message, ...code, stack: error.stack };
}
