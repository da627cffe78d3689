import { platforms } from "../adapters/platforms.ts";
import { ConfigError, readCoreConfig } from "../src/app/config.ts";
import { describeCounts, moveStore } from "../src/store/move-store.ts";
import { type Command, runIfStarted, UsageError } from "./shared/run-command.ts";
import { callOf, readArguments } from "./shared/usage.ts";

const usage = {
  command: "move-store",
  given: "--to postgres|sqlite",
  options: {
    to: {
      type: "string",
      value: "STORE",
      means: "postgres: into the database of DATABASE_URL; sqlite: into DATA_DIR",
    },
  },
  notes: `Stop every process of the bot first. The store that is moved to must be empty; the other one stays as it is.
docs/operate.md says what to do before and after.`,
} as const;

/** Moves the store from the file in DATA_DIR to the database of DATABASE_URL, or back. */
export const moveStoreCommand: Command = async ({ arguments: given, environment, print }) => {
  const { to } = readArguments(usage, given).values;
  if (to !== "postgres" && to !== "sqlite") throw new UsageError(`where to? ${callOf(usage)}`);
  const { DATA_DIR: dataDir, DATABASE_URL: url } = readCoreConfig(environment, platforms);
  if (url === undefined) throw new ConfigError(["DATABASE_URL is missing: it names the database"]);
  const counts = await moveStore({ dataDir, url, to });
  print(`Moved ${describeCounts(counts)}; both stores have as many.`);
  print(
    to === "postgres"
      ? `Now start the bot with DATABASE_URL. Delete signpost.db in ${dataDir} once all is well: it holds what people said.`
      : `Now take DATABASE_URL away and start the bot with DATA_DIR=${dataDir}. Drop the database once all is well: it holds what people said.`,
  );
};

await runIfStarted(import.meta.filename, moveStoreCommand);
