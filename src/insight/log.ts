import { type DestinationStream, pino } from "pino";
import type { Logger } from "../lib/logger.ts";
import { mask } from "../safety/mask.ts";

export const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

/**
 * Log lines as JSON, each masked as a whole: what people wrote, and what the SDKs say of their requests, may reach
 * any field of it.
 * @param to standard error unless said otherwise: standard output belongs to the conversation and the commands
 */
export function createLog(
  level: (typeof logLevels)[number],
  to: DestinationStream = pino.destination({ dest: 2, sync: true }),
): Logger {
  return pino(
    {
      level,
      base: null,
      serializers: { err: describeError },
      timestamp: pino.stdTimeFunctions.isoTime,
      hooks: { streamWrite: maskLine },
    },
    to,
  );
}

/** What an error says of itself and nothing that hangs on it: SDKs hang requests with tokens on theirs. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error ? { code: error.code } : {};
  return { type: error.name, message: error.message, ...code, stack: error.stack };
}

/** Fields that hold nobody's words, but the time and the platform's id of an event, which masking would spoil. */
const unmaskedFields: ReadonlySet<string> = new Set(["time", "event"]);

function maskLine(line: string): string {
  return `${JSON.stringify(JSON.parse(line, maskField))}\n`;
}

/** A value is read with its name before it: `password` or `token` tells what stands there. */
function maskField(name: string, value: unknown): unknown {
  if (typeof value !== "string" || unmaskedFields.has(name)) return value;
  const prefix = `${name}: `;
  const masked = mask(prefix + value);
  return masked.startsWith(prefix) ? masked.slice(prefix.length) : mask(value);
}
