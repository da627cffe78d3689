import { z } from "zod";
import { maxLineAgeMs, type Store } from "../store.ts";
import { nowMs, type Query, type ReadClock } from "./query.ts";

const lineRows = z.array(z.object({ at: z.coerce.number(), text: z.string() }));

const addLine = `INSERT INTO line (at, log, text, until) VALUES (${nowMs}, $2, $3, ${nowMs} + $4::bigint)`;
const findLines = `
  SELECT at, text FROM line WHERE log = $2 AND at >= $3 AND at > ${nowMs} - ${maxLineAgeMs}
    AND (until IS NULL OR until > ${nowMs}) ORDER BY at, place`;

interface LogLines extends Pick<Store, "read"> {
  append(log: string, text: string, ttl: number | undefined): Promise<void>;
  /** Deletes what has expired. */
  sweep(): Promise<void>;
}

/** The lines of the logs, in the table `line`. */
export function createLogLines(query: Query, clock: ReadClock): LogLines {
  return {
    append: async (log, text, ttl = undefined) => {
      await query(addLine, [clock(), log, text, ttl ?? null]);
    },
    read: async (log, since) => lineRows.parse((await query(findLines, [clock(), log, since])).rows),
    sweep: async () => {
      await query(`DELETE FROM line WHERE at <= ${nowMs} - ${maxLineAgeMs} OR until <= ${nowMs}`, [clock()]);
    },
  };
}
