import { randomUUID } from "node:crypto";
import { Client } from "pg";

/** A database on a PostgreSQL server that is made to be thrown away. */
export interface ScratchDatabase {
  readonly url: string;
  readonly name: string;
  create(): Promise<void>;
  /** Runs statements on it. */
  query(statements: string): Promise<readonly unknown[]>;
  /** Runs statements beside it, on the database that the server was named with. */
  queryServer(statements: string): Promise<readonly unknown[]>;
  drop(): Promise<void>;
}

/** @param server the address of a database whose user may create others */
export async function createScratchDatabase(server: string): Promise<ScratchDatabase> {
  const database = nameScratchDatabase(server);
  await database.create();
  return database;
}

/** The same, but it is not there before it is created. */
export function nameScratchDatabase(server: string): ScratchDatabase {
  const name = `signpost_scratch_${randomUUID().replaceAll("-", "")}`;
  const address = new URL(server);
  address.pathname = name;
  const url = address.href;
  return {
    url,
    name,
    create: async () => void (await queryDatabase(server, `CREATE DATABASE ${name}`)),
    query: (statements) => queryDatabase(url, statements),
    queryServer: (statements) => queryDatabase(server, statements),
    drop: async () => void (await queryDatabase(server, `DROP DATABASE ${name} WITH (FORCE)`)),
  };
}

/** Runs statements on a database. */
export async function queryDatabase(url: string, statements: string): Promise<readonly unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statements)).rows;
  } finally {
    await client.end();
  }
}
