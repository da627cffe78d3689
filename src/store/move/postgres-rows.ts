import { Client } from "pg";
import { z } from "zod";
import { checkUnused, databaseInUse } from "../postgres/check-unused.ts";
import { migrateForward } from "../postgres/migrate.ts";
import { codeOf, toStartError } from "../postgres/postgres-fault.ts";
import {
  batchSize,
  type Counts,
  countQuery,
  countsSchema,
  isNoProbe,
  type Row,
  type RowSource,
  type RowTarget,
  rowSchema,
  type Table,
} from "./tables.ts";

/**
 * Works on the rows of the store in a database, in one transaction, in which nobody else uses its tables.
 * @throws StartError if the bot runs on it, or the database can't be used
 */
export async function withPostgresRows<T>(
  url: string,
  work: (rows: RowSource & RowTarget) => Promise<T>,
): Promise<T> {
  await migrateForward(url);
  const client = new Client({ connectionString: url });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ");
    await client.query("LOCK TABLE event, value, line IN ACCESS EXCLUSIVE MODE NOWAIT");
    await checkUnused(client);
    const result = await work(rowsOf(client));
    await client.query("COMMIT");
    return result;
  } catch (error) {
    throw codeOf(error) === "55P03" ? databaseInUse("") : toStartError(error);
  } finally {
    await client.end();
  }
}

const batchSchema = z.array(rowSchema);

/** As in SQLite, which has no booleans; numbers come as such and not as text. */
const selects = {
  event: `SELECT id, body, until::float8, is_finished::int AS finished, received::float8 FROM event ORDER BY received, place`,
  value: `SELECT key, value, version::float8, until::float8 FROM value WHERE ${isNoProbe}`,
  line: `SELECT log, at::float8, text, until::float8 FROM line ORDER BY place`,
} as const;

const inserts = {
  event: `
    INSERT INTO event (id, body, until, is_finished, received)
    SELECT id, body, until, finished = 1, received
    FROM json_to_recordset($1) AS row (id text, body text, until bigint, finished int, received bigint)`,
  value: `
    INSERT INTO value (key, value, version, until)
    SELECT key, value, version, until
    FROM json_to_recordset($1) AS row (key text, value text, version bigint, until bigint)`,
  line: `
    INSERT INTO line (log, at, text, until)
    SELECT log, at, text, until FROM json_to_recordset($1) AS row (log text, at bigint, text text, until bigint)`,
} as const;

function rowsOf(client: Client): RowSource & RowTarget {
  return {
    read: (table) => batches(client, table),
    add: async (table, rows) => {
      await client.query(inserts[table], [JSON.stringify(rows)]);
      // Later versions are larger than those that were moved.
      if (table === "value")
        await client.query(
          "SELECT setval('value_version', greatest(nextval('value_version'), max(version))) FROM value",
        );
    },
    count: async (): Promise<Counts> => {
      const { rows } = await client.query(countQuery);
      return countsSchema.parse(rows[0]);
    },
  };
}

async function* batches(client: Client, table: Table): AsyncIterable<readonly Row[]> {
  await client.query(`DECLARE moved NO SCROLL CURSOR FOR ${selects[table]}`);
  for (;;) {
    const batch = batchSchema.parse((await client.query(`FETCH ${batchSize} FROM moved`)).rows);
    if (batch.length === 0) break;
    yield batch;
  }
  await client.query("CLOSE moved");
}
