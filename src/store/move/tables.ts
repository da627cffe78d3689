import { z } from "zod";

/** The columns that are moved, by table: both stores have them. */
export const columns = {
  event: ["id", "body", "until", "finished", "received"],
  value: ["key", "value", "version", "until"],
  line: ["log", "at", "text", "until"],
} as const;

export type Table = keyof typeof columns;
export const tables = ["event", "value", "line"] as const satisfies readonly Table[];

/** Times are milliseconds since 1970; `finished` is 0 or 1. */
export type Row = Readonly<Record<string, string | number | null>>;

/** How many rows each table has. */
export type Counts = Readonly<Record<Table, number>>;

/** A store that rows are moved from. */
export interface RowSource {
  /** All rows of a table, in the order in which they were stored. */
  read(table: Table): AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>;
  count(): Promise<Counts>;
}

/** A store that rows are moved to. */
export interface RowTarget {
  add(table: Table, rows: readonly Row[]): Promise<void>;
  count(): Promise<Counts>;
}

/** What a check of the store writes; nobody reads it. */
export const isNoProbe = "key <> 'write-probe'";

export const batchSize = 1000;

/** Counts the rows of all tables, in either database. */
export const countQuery = `
  SELECT
    (SELECT count(*) FROM event) AS event, (SELECT count(*) FROM value WHERE ${isNoProbe}) AS value,
    (SELECT count(*) FROM line) AS line`;
/** Its row; PostgreSQL gives numbers of this size as text. */
export const countsSchema = z.object({
  event: z.coerce.number(),
  value: z.coerce.number(),
  line: z.coerce.number(),
});
/** A row of any table, as either database gives it. */
export const rowSchema = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
