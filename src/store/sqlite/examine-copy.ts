import { statSync } from "node:fs";
import { DatabaseSync } from "@photostructure/sqlite";
import { z } from "zod";
import type { Database } from "./database.ts";

/** What a copy of a store holds, without what has expired. */
export interface StoreContents {
  readonly bytes: number;
  readonly schemaVersion: number;
  /** How many values there are of each kind of key, which is its first part. */
  readonly values: readonly Count[];
  /** How many lines each log has. */
  readonly lines: readonly Count[];
  readonly events: { readonly finished: number; readonly unfinished: number };
}

interface Count {
  readonly name: string;
  readonly count: number;
}

/** `damaged` and `foreign` say why in a few words. */
export type Examined =
  | { readonly kind: "intact"; readonly contents: StoreContents }
  | { readonly kind: "damaged"; readonly why: string }
  | { readonly kind: "foreign"; readonly why: string };

/** Checks a copy and counts what it holds; afterwards it is one file, without a log beside it. */
export function examineCopy(file: string, now: number): Examined {
  let db: Database | undefined;
  try {
    db = new DatabaseSync(file);
    db.exec("PRAGMA journal_mode = DELETE");
    const [fault] = integrityRows.parse(db.prepare("PRAGMA integrity_check(1)").all());
    if (fault?.integrity_check !== "ok") return { kind: "damaged", why: String(fault?.integrity_check) };
    const missing = ["event", "value", "line"].filter((name) => !hasTable(db, name));
    if (missing.length > 0) return { kind: "foreign", why: `it has no table ${missing.join(", ")}` };
    return { kind: "intact", contents: countContents(db, file, now) };
  } catch (error) {
    return { kind: "damaged", why: error instanceof Error ? error.message : String(error) };
  } finally {
    db?.close();
  }
}

const integrityRows = z.array(z.object({ integrity_check: z.string() }));
const countRows = z.array(z.object({ name: z.string(), count: z.number() }));
const eventRow = z.object({ finished: z.number(), unfinished: z.number() });
const versionRow = z.object({ user_version: z.number() });

function hasTable(db: Database | undefined, name: string): boolean {
  return db?.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(name) !== undefined;
}

function countContents(db: Database, file: string, now: number): StoreContents {
  const values = db.prepare(
    `SELECT substr(key, 1, instr(key || '/', '/') - 1) AS name, count(*) AS count FROM value
       WHERE until IS NULL OR until > ? GROUP BY name ORDER BY name`,
  );
  const lines = db.prepare("SELECT log AS name, count(*) AS count FROM line GROUP BY log ORDER BY log");
  const events = db.prepare(
    "SELECT count(*) FILTER (WHERE finished = 1) AS finished, count(*) FILTER (WHERE finished = 0) AS unfinished FROM event",
  );
  return {
    bytes: statSync(file).size,
    schemaVersion: versionRow.parse(db.prepare("PRAGMA user_version").get()).user_version,
    values: countRows.parse(values.all(now)),
    lines: countRows.parse(lines.all()),
    events: eventRow.parse(events.get()),
  };
}
