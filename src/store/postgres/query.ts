/** What a statement gave back. */
interface Rows {
  readonly rows: readonly unknown[];
  /** How many rows it returned or changed. */
  readonly count: number;
}

/** A value of a statement; absent ones are null. */
type Value = string | number | boolean | null | readonly string[] | readonly number[];

/** Runs one statement, whose values stand in it as $1, $2 and so on. */
export type Query = (statement: string, values?: readonly Value[]) => Promise<Rows>;

/**
 * The time of a statement in milliseconds since 1970: that of the database, which is one for all processes, or the one
 * given as $1 if that is not null.
 */
export const nowMs = "coalesce($1::bigint, floor(extract(epoch FROM statement_timestamp()) * 1000)::bigint)";

/** The value of $1: null, so that the database's clock counts, unless there is another clock. */
export type ReadClock = () => number | null;
