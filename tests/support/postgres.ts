import { afterAll, beforeAll, describe, onTestFinished } from "vitest";
import {
  createScratchDatabase,
  nameScratchDatabase,
  queryDatabase,
  type ScratchDatabase,
} from "../../local/shared/scratch-database.ts";

/** A database whose user may create others; each test file gets one of its own there. */
const given = process.env.TEST_DATABASE_URL;
const isGiven = given !== undefined && given !== "";
const whyNot =
  "skipped: set TEST_DATABASE_URL=postgres://user:password@host/database, whose user may create databases";

/** Tests on a database of their own, which is empty at first; skipped where there is no PostgreSQL. */
export function onPostgres(name: string, tests: (database: TestDatabase) => void): void {
  const database = nameScratchDatabase(isGiven ? given : "postgres://nowhere");
  if (!isGiven) return void describe.skip(`${name} (${whyNot})`, () => tests(toTestDatabase(database)));
  describe(name, () => {
    beforeAll(database.create);
    afterAll(database.drop);
    tests(toTestDatabase(database));
  });
}

export interface TestDatabase {
  readonly url: string;
  /** Runs statements on it, or on another one, from outside. */
  query(statements: string, other?: string): Promise<readonly unknown[]>;
  /** Deletes everything in its tables, if there are any. */
  empty(): Promise<void>;
  /** The address of another, empty one, which is gone when the test ends. */
  another(): Promise<string>;
}

function toTestDatabase({ url, query }: ScratchDatabase): TestDatabase {
  return {
    url,
    query: (statements, other = url) => queryDatabase(other, statements),
    empty: async () => {
      const [found] = await query("SELECT 1 FROM pg_class WHERE relname = 'event'");
      if (found) await query("DELETE FROM event; DELETE FROM value; DELETE FROM line");
    },
    another: async () => {
      const other = await createScratchDatabase(given ?? "");
      onTestFinished(other.drop);
      return other.url;
    },
  };
}
