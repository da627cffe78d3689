import { type DestinationStream, pino } from "pino";
import type { Logger } from "../lib/logger.ts";
import { mask } from "../safety/mask.ts";

export const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

/**
 * A logger of JSON lines. Every field is masked: text of people and details of requests can end up in any of them.
 * @param to defaults to standard error; standard output is for the terminal chat and the commands
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

/** Only these properties of an error: SDKs attach requests with tokens to theirs. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error ? { code: error.code } : {};
  return { type: error.name, message: error.message, ...code, stack: error.stack };
}

/** Fields without text of people, which masking would spoil: the time and the platform's event id. */
const unmaskedFields: ReadonlySet<string> = new Set(["time", "event"]);

function maskLine(line: string): string {
  return `${JSON.stringify(JSON.parse(line, maskField))}\n`;
}

/** Ids and words of ours: only a name that introduces a password would make a secret of them. */
const plainValue = /^[a-z][a-z-]{0,80}$/;

/** Masks a value together with its name, since a name like `password` or `token` tells what the value is. */
function maskField(name: string, value: unknown): unknown {
  if (typeof value !== "string" || unmaskedFields.has(name)) return value;
  if (plainValue.test(value) && !introducesSecret(name)) return value;
  const prefix = `${name}: `;
  const masked = mask(prefix + value);
  return masked.startsWith(prefix) ? masked.slice(prefix.length) : mask(value);
}

/** What is known of the names of fields, which are few: all come from our code. */
const introducing = new Map<string, boolean>();

function introducesSecret(name: string): boolean {
  const anyWord = `${name}: wjqxzkvb`;
  const known = introducing.get(name) ?? mask(anyWord) !== anyWord;
  introducing.set(name, known);
  return known;
}
