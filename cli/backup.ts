import { parseArgs } from "node:util";
import { platforms } from "../adapters/platforms.ts";
import { readCoreConfig } from "../src/app/config.ts";
import { StartError } from "../src/lib/start-error.ts";
import { backUpStore } from "../src/store/back-up.ts";
import { type Command, runIfStarted, UsageError } from "./shared/run-command.ts";
import { describeCopy, showContents } from "./shared/show-contents.ts";

const help = `Copies the store of DATA_DIR into one file, also while the bot runs, and checks the copy.

  npm run backup -- FILE            FILE must not be there yet
  npm run backup -- --force FILE    replaces it

To put a backup in the place of the store: npm run restore -- FILE. docs/operate.md says how long to keep them.`;

/** Backs up the store. */
export const backup: Command = async ({ arguments: given, environment, print }) => {
  const { values, positionals } = parseArgs({
    args: [...given],
    options: {
      force: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
    allowPositionals: true,
  });
  if (values.help) return print(help);
  const [file = "", ...others] = positionals;
  if (file === "" || others.length > 0) throw new UsageError(help);
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
