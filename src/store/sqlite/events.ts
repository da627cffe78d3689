import { z } from "zod";
import type { Events } from "../compose-store.ts";
import { type Clock, finishedTtlMs, maxLeaseMs } from "../store.ts";
import type { Database } from "./database.ts";

const eventRow = z.object({ finished: z.number() }).optional();
const unfinishedRows = z.array(z.object({ id: z.string(), body: z.string() }));

/** A claim that nobody holds: its lease expired, or was made before the clock jumped back. */
const isFree = (now: string) => `(until <= ${now} OR finished = 0 AND until > ${now} + ${maxLeaseMs})`;

/** The claimed events, in the table `event`. */
export function createEvents(db: Database, now: Clock): Events {
  const find = db.prepare("SELECT finished FROM event WHERE id = ?");
  const insertClaim = db.prepare(
    `INSERT INTO event (id, body, until, finished, received) VALUES (:id, :body, :until, 0, :now)
     ON CONFLICT (id) DO UPDATE SET body = :body, until = :until, finished = 0 WHERE ${isFree(":now")}`,
  );
  const amend = db.prepare("UPDATE event SET body = ? WHERE id = ? AND finished = 0");
  const finish = db.prepare(
    `INSERT INTO event (id, body, until, finished, received) VALUES (:id, '', :until, 1, :now)
     ON CONFLICT (id) DO UPDATE SET body = '', until = :until, finished = 1`,
  );
  const findUnfinished = db.prepare(
    `SELECT id, body FROM event WHERE finished = 0 AND ${isFree(":now")} ORDER BY received, rowid`,
  );
  const findClaimed = db.prepare("SELECT id, body FROM event WHERE finished = 0");
  const deleteExpired = db.prepare("DELETE FROM event WHERE finished = 1 AND until <= ?");
  return {
    claim: (id, body, lease) => {
      const { changes } = insertClaim.run({ id, body, until: now() + lease, now: now() });
      if (Number(changes) > 0) return "new";
      return eventRow.parse(find.get(id))?.finished === 1 ? "done" : "busy";
    },
    finish: (id) => {
      finish.run({ id, until: now() + finishedTtlMs, now: now() });
    },
    unfinished: () => unfinishedRows.parse(findUnfinished.all({ now: now() })),
    claimed: () => unfinishedRows.parse(findClaimed.all()),
    amend: (id, body) => {
      amend.run(body, id);
    },
    sweep: () => {
      deleteExpired.run(now());
    },
  };
}
