import { z } from "zod";
import type { LogLines } from "../compose-store.ts";
import { type Clock, maxLineAgeMs } from "../store.ts";
import type { Database } from "./database.ts";

const lineRows = z.array(z.object({ at: z.number(), text: z.string() }));

/** The lines of the logs, in the table `line`. */
export function createLogLines(db: Database, now: Clock): LogLines {
  const add = db.prepare("INSERT INTO line (log, at, text, until) VALUES (?, ?, ?, ?)");
  const find = db.prepare(
    `SELECT at, text FROM line WHERE log = :log AND at >= :since AND at > :now - ${maxLineAgeMs}
       AND (until IS NULL OR until > :now) ORDER BY at, rowid`,
  );
  const deleteExpired = db.prepare("DELETE FROM line WHERE at <= ? OR until <= ?");
  return {
    append: (log, text, ttl) => {
      add.run(log, now(), text, ttl === undefined ? null : now() + ttl);
    },
    read: (log, since) => lineRows.parse(find.all({ log, since, now: now() })),
    sweep: () => {
      deleteExpired.run(now() - maxLineAgeMs, now());
    },
  };
}
