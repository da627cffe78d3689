import { platforms } from "../adapters/platforms.ts";
import { readCoreConfig } from "../src/app/config.ts";
import { StartError } from "../src/lib/start-error.ts";
import { backUpStore } from "../src/store/back-up.ts";
import { type Command, runIfStarted, UsageError } from "./shared/run-command.ts";
import { describeCopy, showContents } from "./shared/show-contents.ts";
import { callOf, readArguments } from "./shared/usage.ts";

const usage = {
  command: "backup",
  given: "[--force] FILE",
  options: { force: { type: "boolean", default: false, means: "replaces a FILE that is there" } },
  maxWords: 1,
  notes:
    "To put a backup in the place of the store: npx signpost restore FILE. docs/operate.md says how long to keep them.",
} as const;

/** Backs up the store. */
export const backup: Command = async ({ arguments: given, environment, print }) => {
  const { values, positionals } = readArguments(usage, given);
  const [file] = positionals;
  if (file === undefined) throw new UsageError(`into which file? ${callOf(usage)}`);
  const { DATA_DIR: dataDir, DATABASE_URL: database } = readCoreConfig(environment, platforms);
  if (database !== undefined)
    throw new StartError(
      "The store is in PostgreSQL (DATABASE_URL): back it up with pg_dump, as docs/operate.md says",
    );
  const contents = await backUpStore({ dataDir, file, force: values.force, now: Date.now() });
  print(`Backed up the store of ${dataDir} to ${file}: ${describeCopy(contents)}.`);
  for (const line of showContents(contents)) print(line);
  print("");
  print(
    "Keep it where only you can read it, and for a week at most: what people have deleted since comes back with it.",
  );
};

await runIfStarted(import.meta.filename, backup);
