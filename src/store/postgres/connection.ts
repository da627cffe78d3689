import { Pool, type PoolClient } from "pg";
import { withTimeout } from "../../lib/with-timeout.ts";
import { codeOf, toStoreError } from "./postgres-fault.ts";
import type { Query } from "./query.ts";

/** Connections to a database, opened as they are needed and opened again after a fault. */
export interface Connections {
  /** Runs statements, each in a transaction of its own. @throws StoreError if the database can't be used */
  run<T>(work: (query: Query) => Promise<T>, timeoutMs?: number): Promise<T>;
  /**
   * Runs statements in one transaction, which is undone if the work fails or answers false. It is run again where another
   * transaction stands in its way.
   * @throws StoreError if the database can't be used
   */
  runTogether(work: (query: Query) => Promise<boolean>, timeoutMs?: number): Promise<boolean>;
  /** Ends the connections once what is running is done; again, it does nothing. */
  close(): Promise<void>;
}

/** How many connections one process has at most; PostgreSQL allows 100 for all unless it is told otherwise. */
const maxConnections = 10;
/** How long a new connection, or a free one, is waited for, in milliseconds. */
const connectTimeoutMs = 1500;
/** How long a call takes at most, in milliseconds: less than the runtime waits for the store. */
const callTimeoutMs = 1900;
/** The same for calls that read whole tables. */
export const longCallTimeoutMs = 30_000;
const maxAttempts = 3;

/**
 * Holds for each connection: what waits for a lock gives up before its caller does, and no transaction of a process that
 * hangs holds up the others.
 */
const sessionSettings = `
  SET lock_timeout = '1500ms'; SET statement_timeout = '30s'; SET idle_in_transaction_session_timeout = '10s'`;

export function openConnections(url: string): Connections {
  const pool = new Pool({
    connectionString: url,
    application_name: "signpost",
    max: maxConnections,
    connectionTimeoutMillis: connectTimeoutMs,
    query_timeout: longCallTimeoutMs,
    keepAlive: true,
    onConnect: async (client) => {
      await client.query(sessionSettings);
    },
  });
  // A connection that the server ends is replaced by the next call, which tells of it if that fails.
  pool.on("error", () => {});
  pool.on("connect", (client) => void client.on("error", () => {}));

  const inTime = <T>(timeoutMs: number, work: Promise<T>): Promise<T> =>
    withTimeout(timeoutMs, work).catch((error: unknown) => {
      throw toStoreError(error);
    });
  let closing: Promise<void> | undefined;
  return {
    run: (work, timeoutMs = callTimeoutMs) => inTime(timeoutMs, work(queryOf(pool))),
    runTogether: (work, timeoutMs = callTimeoutMs) => inTime(timeoutMs, runInTransaction(pool, work)),
    close: () => {
      closing ??= pool.end();
      return closing;
    },
  };
}

function queryOf(client: Pick<PoolClient, "query"> | Pool): Query {
  return async (statement, values = []) => {
    const { rows, rowCount } = await client.query<Record<string, unknown>>(statement, [...values]);
    return { rows, count: rowCount ?? 0 };
  };
}

async function runInTransaction(pool: Pool, work: (query: Query) => Promise<boolean>): Promise<boolean> {
  for (let count = 1; ; count += 1) {
    const client = await pool.connect();
    try {
      await client.query("BEGIN");
      const isDone = await work(queryOf(client));
      await client.query(isDone ? "COMMIT" : "ROLLBACK");
      client.release();
      return isDone;
    } catch (error) {
      // Ends the connection, which undoes the transaction however far it came.
      client.release(true);
      if (!isInTheWay(error) || count === maxAttempts) throw error;
    }
  }
}

/** Whether another transaction was in the way: a deadlock. The same may succeed at once. */
function isInTheWay(error: unknown): boolean {
  return ["40P01", "40001"].includes(codeOf(error) ?? "");
}
