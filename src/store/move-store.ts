import { existsSync } from "node:fs";
import { StartError } from "../lib/start-error.ts";
import { withPostgresRows } from "./move/postgres-rows.ts";
import { withSqliteRows } from "./move/sqlite-rows.ts";
import { type Counts, type RowSource, type RowTarget, tables } from "./move/tables.ts";
import { databaseFile } from "./sqlite/open-database.ts";

interface MoveOptions {
  readonly dataDir: string;
  readonly url: string;
  readonly to: "postgres" | "sqlite";
}

/**
 * Copies everything from the file in the data folder to the database, or back, while no bot uses either. The store that it
 * comes from stays as it is.
 * @returns how many rows were copied
 * @throws StartError with what to do; then nothing was changed
 */
export async function moveStore({ dataDir, url, to }: MoveOptions): Promise<Counts> {
  const file = databaseFile(dataDir);
  if (to === "postgres" && !existsSync(file))
    throw new StartError(`There is no ${file}: set DATA_DIR to the folder that the bot used`);
  return withSqliteRows(dataDir, (inFile) =>
    withPostgresRows(url, (inDatabase) =>
      to === "postgres"
        ? copyRows(inFile, inDatabase, "the database of DATABASE_URL")
        : copyRows(inDatabase, inFile, file),
    ),
  );
}

async function copyRows(from: RowSource, to: RowTarget, name: string): Promise<Counts> {
  const before = await to.count();
  if (tables.some((table) => before[table] > 0))
    throw new StartError(
      `There is something in ${name} already (${describeCounts(before)}): only an empty store is moved to. Nothing was changed`,
    );
  for (const table of tables) for await (const rows of from.read(table)) await to.add(table, rows);
  const [expected, found] = [await from.count(), await to.count()];
  if (tables.some((table) => expected[table] !== found[table]))
    throw new StartError(
      `Not all rows arrived (${describeCounts(found)} of ${describeCounts(expected)}): nothing was changed`,
    );
  return found;
}

/** As in "3 events, 20 values, 100 lines". */
export function describeCounts({ event, value, line }: Counts): string {
  return `${event} events, ${value} values, ${line} lines`;
}
