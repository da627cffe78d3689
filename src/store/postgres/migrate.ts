import { Kysely, Migrator, PostgresDialect } from "kysely";
import { Pool } from "pg";
import { z } from "zod";
import { StartError } from "../../lib/start-error.ts";
import { checkUnused } from "./check-unused.ts";
import { firstTables } from "./migrations/first-tables.ts";
import { places } from "./migrations/places.ts";
import { toStartError } from "./postgres-fault.ts";

/** All migrations in their order. A name is stored, so it stays as it is. */
const migrations = { "01-first-tables": firstTables, "02-places": places };

/** The tables in which it is stored how far a database is. */
const migrationTable = "signpost_migration";
const lockTable = "signpost_migration_lock";

/** Older versions lack what the statements use, or get no more corrections (postgresql.org/support/versioning). */
const oldestVersion = 13;
const connectTimeoutMs = 10_000;

/**
 * Brings a database up to the schema of this program. Processes that start at once wait for the first of them.
 * @throws StartError with what to do if the database can't be used, or its schema is newer
 */
export async function migrateForward(url: string): Promise<void> {
  await withMigrator(url, async (migrator) => {
    const { error } = await migrator.migrateToLatest();
    if (error !== undefined) throw error;
  });
}

/** The names of all migrations, the oldest first. */
export const migrationNames: readonly string[] = Object.keys(migrations);

/**
 * Brings a database forward or back to a migration, while no bot runs on it. What an older schema has no place for is lost.
 * @param name one of `migrationNames`
 * @throws StartError with what to do if the database can't be used, or a bot runs on it
 */
export async function migrateTo(url: string, name: string): Promise<void> {
  await withMigrator(url, async (migrator, pool) => {
    const [first] = await migrator.getMigrations();
    if (first?.executedAt) await checkUnused(pool);
    const { error } = await migrator.migrateTo(name);
    if (error !== undefined) throw error;
  });
}

async function withMigrator(
  url: string,
  work: (migrator: Migrator, pool: Pool) => Promise<void>,
): Promise<void> {
  const pool = new Pool({ connectionString: url, connectionTimeoutMillis: connectTimeoutMs, max: 2 });
  pool.on("error", () => {});
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    await checkDatabase(pool);
    const provider = { getMigrations: async () => migrations };
    const names = { migrationTableName: migrationTable, migrationLockTableName: lockTable };
    await work(new Migrator({ db, provider, ...names }), pool);
  } catch (error) {
    throw toStartError(error);
  } finally {
    await db.destroy();
  }
}

const facts = z.tuple([
  z.object({
    version: z.coerce.number(),
    encoding: z.string(),
    is_standby: z.boolean(),
    migrated: z.string().nullable(),
  }),
]);
const names = z.array(z.object({ name: z.string() }));

/** @throws StartError if the database is none that this program can use */
async function checkDatabase(pool: Pool): Promise<void> {
  const { rows } = await pool.query(
    `SELECT current_setting('server_version_num') AS version, current_setting('server_encoding') AS encoding,
       pg_is_in_recovery() AS is_standby, to_regclass($1)::text AS migrated`,
    [migrationTable],
  );
  const [{ version, encoding, is_standby: isStandby, migrated }] = facts.parse(rows);
  const major = Math.floor(version / 10_000);
  if (major < oldestVersion)
    throw new StartError(`PostgreSQL ${major} is too old: Signpost needs ${oldestVersion} or newer`);
  if (encoding !== "UTF8")
    throw new StartError(
      `The database has the encoding ${encoding}, which lacks letters: create one with createdb --encoding=UTF8 --template=template0`,
    );
  if (isStandby)
    throw new StartError(
      "DATABASE_URL names a standby server, which can't be written to: name the primary server",
    );
  if (migrated === null) return;
  const done = names.parse((await pool.query(`SELECT name FROM ${migrationTable} ORDER BY name`)).rows);
  const unknown = done.filter(({ name }) => !Object.hasOwn(migrations, name));
  if (unknown.length > 0)
    throw new StartError(
      `The database was migrated by a newer Signpost (${unknown.map(({ name }) => name).join(", ")}): start that version. ` +
        "docs/operate.md says how to go back",
    );
}
