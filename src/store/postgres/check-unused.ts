import type { ClientBase, Pool } from "pg";
import { z } from "zod";
import { StartError } from "../../lib/start-error.ts";
import { presencePrefix, presenceTtlMs } from "../presence.ts";

const presentRows = z.array(z.object({ value: z.string() }));

/** @throws StartError if a process of the bot has told that it runs on the database */
export async function checkUnused(database: ClientBase | Pool): Promise<void> {
  const { rows } = await database.query<Record<string, unknown>>(
    "SELECT value FROM value WHERE starts_with(key, $1) AND until > extract(epoch FROM now()) * 1000",
    [presencePrefix],
  );
  const found = presentRows.parse(rows).map(({ value }) => value);
  if (found.length > 0) throw databaseInUse(` ${found.join(", ")}`);
}

/** @param who the processes, after a space, if they are known */
export function databaseInUse(who: string): StartError {
  return new StartError(
    `The database of DATABASE_URL is in use:${who} the bot is running, or was killed less than ${presenceTtlMs / 1000} s ago. ` +
      "Stop every process of it and run this again; nothing was changed",
  );
}
