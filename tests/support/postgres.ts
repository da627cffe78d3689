import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, describe, onTestFinished } from "vitest";

/** A database whose user may create others; each test file gets one of its own there. */
const given = process.env.TEST_DATABASE_URL;
const isGiven = given !== undefined && given !== "";
const whyNot =
  "skipped: set TEST_DATABASE_URL=postgres://user:password@host/database, whose user may create databases";

/** Tests on a database of their own, which is empty at first; skipped where there is no PostgreSQL. */
export function onPostgres(name: string, tests: (database: TestDatabase) => void): void {
  if (!isGiven) return void describe.skip(`${name} (${whyNot})`, () => tests(databaseAt("")));
  describe(name, () => {
    const database = databaseAt(withDatabase(given, `signpost_test_${randomUUID().replaceAll("-", "")}`));
    beforeAll(() => runAt(given, `CREATE DATABASE ${database.name}`));
    afterAll(() => runAt(given, `DROP DATABASE ${database.name} WITH (FORCE)`));
    tests(database);
  });
}

export interface TestDatabase {
  readonly url: string;
  readonly name: string;
  /** Runs statements on it, or on another one, from outside. */
  query(statements: string, other?: string): Promise<readonly unknown[]>;
  /** Deletes everything in its tables, if there are any. */
  empty(): Promise<void>;
  /** The address of another, empty one, which is gone when the test ends. */
  another(): Promise<string>;
}

function databaseAt(url: string): TestDatabase {
  const name = url === "" ? "" : new URL(url).pathname.slice(1);
  return {
    url,
    name,
    query: (statements, other = url) => runAt(other, statements),
    empty: async () => {
      const [found] = await runAt(url, "SELECT 1 FROM pg_class WHERE relname = 'event'");
      if (found) await runAt(url, "DELETE FROM event; DELETE FROM value; DELETE FROM line");
    },
    another: async () => {
      const other = `signpost_test_${randomUUID().replaceAll("-", "")}`;
      await runAt(url, `CREATE DATABASE ${other}`);
      onTestFinished(async () => void (await runAt(url, `DROP DATABASE ${other} WITH (FORCE)`)));
      return withDatabase(url, other);
    },
  };
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = name;
  return changed.href;
}

async function runAt(url: string, statements: string): Promise<readonly unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statements)).rows;
  } finally {
    await client.end();
  }
}
