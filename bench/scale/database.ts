import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { z } from "zod";

/** What a database has done and holds. */
export interface DatabaseUse {
  readonly transactions: number;
  readonly bytes: number;
  /** Of all tables. */
  readonly rows: number;
  readonly connections: number;
}

/** A database that is made for a benchmark and dropped after it. */
export interface BenchDatabase {
  readonly url: string;
  measure(): Promise<DatabaseUse>;
  drop(): Promise<void>;
}

const useSchema = z.object({
  transactions: z.coerce.number(),
  bytes: z.coerce.number(),
  rows: z.coerce.number(),
  connections: z.coerce.number(),
});

const useQuery = `
  SELECT
    (SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()) AS transactions,
    (SELECT sum(pg_total_relation_size(oid)) FROM pg_class WHERE relname IN ('event', 'value', 'line')) AS bytes,
    (SELECT count(*) FROM event) + (SELECT count(*) FROM value) + (SELECT count(*) FROM line) AS rows,
    (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'signpost')
      AS connections`;

/** @param server an address whose user may create databases */
export async function createDatabase(server: string): Promise<BenchDatabase> {
  const name = `signpost_bench_${randomUUID().replaceAll("-", "")}`;
  await query(server, `CREATE DATABASE ${name}`);
  const address = new URL(server);
  address.pathname = name;
  const url = address.href;
  return {
    url,
    measure: async () => useSchema.parse((await query(url, useQuery))[0]),
    drop: async () => void (await query(server, `DROP DATABASE ${name} WITH (FORCE)`)),
  };
}

async function query(url: string, statement: string): Promise<readonly unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}
