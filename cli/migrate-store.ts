import { platforms } from "../adapters/platforms.ts";
import { ConfigError, readCoreConfig } from "../src/app/config.ts";
import { migrateTo, migrationNames } from "../src/store/postgres/migrate.ts";
import { type Command, runIfStarted, UsageError } from "./shared/run-command.ts";
import { readArguments } from "./shared/usage.ts";

const newest = migrationNames.at(-1) ?? "";

const usage = {
  command: "migrate-store",
  given: "[--to SCHEMA]",
  options: {
    to: { type: "string", default: newest, value: "SCHEMA", means: `one of ${migrationNames.join(", ")}` },
  },
  notes: `Each start migrates to ${newest} by itself. This command goes back before an older version is installed: stop
every process of the bot and make a backup first.`,
} as const;

/** Brings the schema of the database of DATABASE_URL forward, or back. */
export const migrateStore: Command = async ({ arguments: given, environment, print }) => {
  const { to } = readArguments(usage, given).values;
  if (!migrationNames.includes(to))
    throw new UsageError(`there is no schema "${to}": it is one of ${migrationNames.join(", ")}`);
  const { DATABASE_URL: url } = readCoreConfig(environment, platforms);
  if (url === undefined)
    throw new ConfigError(["DATABASE_URL is missing: a file in DATA_DIR is migrated by the start"]);
  await migrateTo(url, to);
  print(`The schema of the database is ${to}.`);
};

await runIfStarted(import.meta.filename, migrateStore);
