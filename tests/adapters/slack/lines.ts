import { createLog } from "../../../src/insight/log.ts";
import type { Logger } from "../../../src/lib/logger.ts";

/** A log, and what was written to it, by its level's number: 60 is fatal, 50 an error, 40 a warning. */
export function openLog(): {
  readonly log: Logger;
  readonly linesFrom: (level: number) => readonly string[];
} {
  const lines: { readonly level: number; readonly msg: string }[] = [];
  const log = createLog("debug", { write: (line) => void lines.push(JSON.parse(line)) });
  const linesFrom = (level: number) => lines.filter((line) => line.level >= level).map(({ msg }) => msg);
  return { log, linesFrom };
}
