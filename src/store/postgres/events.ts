import { z } from "zod";
import { finishedTtlMs, maxLeaseMs, type Store } from "../store.ts";
import { nowMs, type Query, type ReadClock } from "./query.ts";

const eventRows = z.array(z.object({ is_finished: z.boolean() }));
const idRows = z.array(z.object({ id: z.string() }));
const unfinishedRows = z.array(z.object({ id: z.string(), body: z.string() }));

/** A claim that nobody holds: its lease expired, or was made before the clock jumped back. */
const isFree = `(event.until <= ${nowMs} OR NOT event.is_finished AND event.until > ${nowMs} + ${maxLeaseMs})`;

/** Claims of one conversation wait for each other, so that a later one sees the earlier. */
const insertClaim = `
  WITH turn AS MATERIALIZED (
    SELECT CASE WHEN $5::text IS NOT NULL THEN pg_advisory_xact_lock(hashtextextended($5, 0)) END
  )
  INSERT INTO event (id, body, until, is_finished, received, conversation)
  SELECT $2, $3, ${nowMs} + $4::bigint, false, ${nowMs}, $5 FROM turn
  ON CONFLICT (id) DO UPDATE SET body = excluded.body, until = excluded.until, is_finished = false,
    conversation = excluded.conversation WHERE ${isFree}`;

const findEarlier = `
  SELECT event.id FROM event JOIN event AS own ON own.id = $2 AND own.conversation = event.conversation
  WHERE event.place < own.place AND NOT event.is_finished AND NOT ${isFree}`;

const finishEvent = `
  INSERT INTO event (id, body, until, is_finished, received) VALUES ($2, '', ${nowMs} + ${finishedTtlMs}, true, ${nowMs})
  ON CONFLICT (id) DO UPDATE SET body = '', until = excluded.until, is_finished = true,
    conversation = NULL`;

const findUnfinished = `
  SELECT id, body FROM event WHERE NOT is_finished AND ${isFree} ORDER BY received, place`;

interface Events
  extends Pick<Store, "claim" | "earlier" | "leave" | "renew" | "finish" | "unfinished" | "claimed"> {
  /** Replaces the body of an unfinished event. */
  amend(id: string, body: string): Promise<void>;
  /** Deletes what has expired. */
  sweep(): Promise<void>;
}

/** The claimed events, in the table `event`. */
export function createEvents(query: Query, clock: ReadClock): Events {
  return {
    claim: async (id, body, lease, conversation) => {
      const { count } = await query(insertClaim, [clock(), id, body, lease, conversation ?? null]);
      if (count > 0) return "new";
      const { rows } = await query("SELECT is_finished FROM event WHERE id = $1", [id]);
      return eventRows.parse(rows)[0]?.is_finished ? "done" : "busy";
    },
    finish: async (id) => {
      await query(finishEvent, [clock(), id]);
    },
    earlier: async (id) => idRows.parse((await query(findEarlier, [clock(), id])).rows).map((row) => row.id),
    leave: async (id) => {
      await query("UPDATE event SET conversation = NULL WHERE id = $1", [id]);
    },
    renew: async (ids, lease) => {
      const until = `UPDATE event SET until = ${nowMs} + $3::bigint WHERE id = ANY($2::text[]) AND NOT is_finished`;
      await query(until, [clock(), ids, lease]);
    },
    unfinished: async () => unfinishedRows.parse((await query(findUnfinished, [clock()])).rows),
    claimed: async () => {
      const { rows } = await query("SELECT id, body FROM event WHERE NOT is_finished ORDER BY place");
      return unfinishedRows.parse(rows);
    },
    amend: async (id, body) => {
      await query("UPDATE event SET body = $2 WHERE id = $1 AND NOT is_finished", [id, body]);
    },
    sweep: async () => {
      await query(`DELETE FROM event WHERE is_finished AND until <= ${nowMs}`, [clock()]);
    },
  };
}
