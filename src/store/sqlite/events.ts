import { z } from "zod";
import type { Events } from "../compose-store.ts";
import { type Clock, finishedTtlMs } from "../store.ts";
import type { Database } from "./open-database.ts";

const eventRow = z.object({ finished: z.number() }).optional();
const unfinishedRows = z.array(z.object({ id: z.string(), body: z.string() }));

/** The claimed events, in the table `event`. */
export function createEvents(db: Database, now: Clock): Events {
  const find = db.prepare("SELECT finished FROM event WHERE id = ?");
  const insertClaim = db.prepare(
    `INSERT INTO event (id, body, until, finished, received) VALUES (:id, :body, :until, 0, :now)
     ON CONFLICT (id) DO UPDATE SET body = :body, until = :until, finished = 0 WHERE until <= :now`,
  );
  const amend = db.prepare("UPDATE event SET body = ? WHERE id = ? AND finished = 0");
  const finish = db.prepare(
    `INSERT INTO event (id, body, until, finished, received) VALUES (:id, '', :until, 1, :now)
     ON CONFLICT (id) DO UPDATE SET body = '', until = :until, finished = 1`,
  );
  const findUnfinished = db.prepare(
    "SELECT id, body FROM event WHERE finished = 0 AND until <= ? ORDER BY received, rowid",
  );
  const findClaimed = db.prepare("SELECT id, body FROM event WHERE finished = 0");
  const deleteExpired = db.prepare("DELETE FROM event WHERE finished = 1 AND until <= ?");
  return {
    claim: async (id, body, lease) => {
      const { changes } = insertClaim.run({ id, body, until: now() + lease, now: now() });
      if (Number(changes) > 0) return "new";
      return eventRow.parse(find.get(id))?.finished === 1 ? "done" : "busy";
    },
    finish: async (id) => {
      finish.run({ id, until: now() + finishedTtlMs, now: now() });
    },
    unfinished: async () => unfinishedRows.parse(findUnfinished.all(now())),
    claimed: async () => unfinishedRows.parse(findClaimed.all()),
    amend: (id, body) => {
      amend.run(body, id);
    },
    sweep: () => {
      deleteExpired.run(now());
    },
  };
}
