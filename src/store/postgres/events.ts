import { z } from "zod";
import { finishedTtlMs, maxLeaseMs, type Store } from "../store.ts";
import { nowMs, type Query, type ReadClock } from "./query.ts";

const eventRows = z.array(z.object({ is_finished: z.boolean() }));
const unfinishedRows = z.array(z.object({ id: z.string(), body: z.string() }));

/** A claim that nobody holds: its lease expired, or was made before the clock jumped back. */
const isFree = `(event.until <= ${nowMs} OR NOT event.is_finished AND event.until > ${nowMs} + ${maxLeaseMs})`;

const insertClaim = `
  INSERT INTO event (id, body, until, is_finished, received) VALUES ($2, $3, ${nowMs} + $4::bigint, false, ${nowMs})
  ON CONFLICT (id) DO UPDATE SET body = excluded.body, until = excluded.until, is_finished = false WHERE ${isFree}`;

const finishEvent = `
  INSERT INTO event (id, body, until, is_finished, received) VALUES ($2, '', ${nowMs} + ${finishedTtlMs}, true, ${nowMs})
  ON CONFLICT (id) DO UPDATE SET body = '', until = excluded.until, is_finished = true`;

const findUnfinished = `
  SELECT id, body FROM event WHERE NOT is_finished AND ${isFree} ORDER BY received, place`;

interface Events extends Pick<Store, "claim" | "finish" | "unfinished" | "claimed"> {
  /** Replaces the body of an unfinished event. */
  amend(id: string, body: string): Promise<void>;
  /** Deletes what has expired. */
  sweep(): Promise<void>;
}

/** The claimed events, in the table `event`. */
export function createEvents(query: Query, clock: ReadClock): Events {
  return {
    claim: async (id, body, lease) => {
      const { count } = await query(insertClaim, [clock(), id, body, lease]);
      if (count > 0) return "new";
      const { rows } = await query("SELECT is_finished FROM event WHERE id = $1", [id]);
      return eventRows.parse(rows)[0]?.is_finished ? "done" : "busy";
    },
    finish: async (id) => {
      await query(finishEvent, [clock(), id]);
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
