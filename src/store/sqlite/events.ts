import { z } from "zod";
import type { Events } from "../compose-store.ts";
import { type Clock, finishedTtlMs, maxLeaseMs } from "../store.ts";
import type { Database } from "./database.ts";

const eventRow = z.object({ finished: z.number() }).optional();
const idRows = z.array(z.object({ id: z.string() }));
const unfinishedRows = z.array(z.object({ id: z.string(), body: z.string() }));

/** A claim that nobody holds: its lease expired, or was made before the clock jumped back. */
const isFree = (now: string) =>
  `(event.until <= ${now} OR event.finished = 0 AND event.until > ${now} + ${maxLeaseMs})`;

/** The claimed events, in the table `event`. */
export function createEvents(db: Database, now: Clock): Events {
  const find = db.prepare("SELECT finished FROM event WHERE id = ?");
  const insertClaim = db.prepare(
    `INSERT INTO event (id, body, until, finished, received, conversation)
       VALUES (:id, :body, :until, 0, :now, :conversation)
     ON CONFLICT (id) DO UPDATE SET body = :body, until = :until, finished = 0, conversation = :conversation WHERE ${isFree(":now")}`,
  );
  const findEarlier = db.prepare(
    `SELECT event.id FROM event JOIN event AS own ON own.id = :id AND own.conversation = event.conversation
       WHERE event.rowid < own.rowid AND event.finished = 0 AND NOT ${isFree(":now")}`,
  );
  const leave = db.prepare("UPDATE event SET conversation = NULL WHERE id = ?");
  const renew = db.prepare("UPDATE event SET until = ? WHERE id = ? AND finished = 0");
  const amend = db.prepare("UPDATE event SET body = ? WHERE id = ? AND finished = 0");
  const finish = db.prepare(
    `INSERT INTO event (id, body, until, finished, received) VALUES (:id, '', :until, 1, :now)
     ON CONFLICT (id) DO UPDATE SET body = '', until = :until, finished = 1, conversation = NULL`,
  );
  const findUnfinished = db.prepare(
    `SELECT id, body FROM event WHERE finished = 0 AND ${isFree(":now")} ORDER BY received, rowid`,
  );
  const findClaimed = db.prepare("SELECT id, body FROM event WHERE finished = 0");
  const deleteExpired = db.prepare("DELETE FROM event WHERE finished = 1 AND until <= ?");
  return {
    claim: (id, body, lease, conversation) => {
      const given = { id, body, until: now() + lease, now: now() };
      const { changes } = insertClaim.run({ ...given, conversation: conversation ?? null });
      if (Number(changes) > 0) return "new";
      return eventRow.parse(find.get(id))?.finished === 1 ? "done" : "busy";
    },
    finish: (id) => {
      finish.run({ id, until: now() + finishedTtlMs, now: now() });
    },
    earlier: (id) => idRows.parse(findEarlier.all({ id, now: now() })).map((row) => row.id),
    leave: (id) => {
      leave.run(id);
    },
    renew: (ids, lease) => {
      for (const id of ids) renew.run(now() + lease, id);
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
