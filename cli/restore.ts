import { platforms } from "../adapters/platforms.ts";
import { readCoreConfig } from "../src/app/config.ts";
import { StartError } from "../src/lib/start-error.ts";
import { peopleIn } from "../src/runtime/kept/find-people.ts";
import { kindOfKey } from "../src/runtime/session/session-keys.ts";
import { type Restored, restoreStore } from "../src/store/restore.ts";
import type { GoneValue } from "../src/store/sqlite/bring-over.ts";
import { schemaVersion } from "../src/store/sqlite/schema.ts";
import { printable } from "./shared/printable.ts";
import { type Command, type CommandContext, runIfStarted, UsageError } from "./shared/run-command.ts";
import { describeCopy, showContents } from "./shared/show-contents.ts";
import { callOf, readArguments } from "./shared/usage.ts";

const usage = {
  command: "restore",
  given: "[--force] FILE",
  options: {
    force: {
      type: "boolean",
      default: false,
      means: "also over a damaged store: make sure yourself that the bot is stopped",
    },
  },
  maxWords: 1,
  notes: `FILE is what npx signpost backup has made. The store of now is kept beside it.
docs/operate.md says what a restore brings back that should stay forgotten.`,
} as const;

type Print = CommandContext["print"];

/** Restores the store from a backup. */
export const restore: Command = async ({ arguments: given, environment, print }) => {
  const { values, positionals } = readArguments(usage, given);
  const [file] = positionals;
  if (file === undefined) throw new UsageError(`from which file? ${callOf(usage)}`);
  const { DATA_DIR: dataDir, DATABASE_URL: database } = readCoreConfig(environment, platforms);
  if (database !== undefined)
    throw new StartError(
      "The store is in PostgreSQL (DATABASE_URL): restore it with pg_restore, as docs/operate.md says",
    );
  const restored = await restoreStore({ dataDir, file, force: values.force, now: Date.now() });
  print(`Restored the store of ${dataDir} from ${file}: ${describeCopy(restored.contents)}.`);
  printRestored(restored, print);
};

await runIfStarted(import.meta.filename, restore);

function printRestored({ contents, keptAs, gone }: Restored, print: Print): void {
  for (const line of showContents(contents)) print(line);
  print("");
  if (contents.schemaVersion < schemaVersion)
    print("It is from an older version: the next start brings it up to date.");
  if (keptAs !== undefined)
    print(`The store of before is ${keptAs}. Delete it once all is well: it holds what people said.`);
  print(
    gone
      ? "What that one has answered is not answered again."
      : "Questions of the last two hours may be answered once more: nothing tells what was answered.",
  );
  print("");
  for (const line of adviseToForget(gone ?? [])) print(line);
  print("");
  print("Now start the bot.");
}

function adviseToForget(gone: readonly GoneValue[]): readonly string[] {
  const people = peopleOf(gone);
  const general =
    "Whoever was forgotten since the backup was made is back. For each of them: npx signpost forget slack/T123/U456";
  if (people.length === 0) return [general];
  return [
    "Whoever was forgotten since the backup was made is back. These are the people of whom it holds something that the",
    "store of before did not hold any more. For each who asked to be forgotten:",
    ...people.map((person) => `  npx signpost forget ${printable(person)}`),
  ];
}

/** Whose words or notes were deleted since; what waits for a reaction is deleted by every reaction. */
function peopleOf(gone: readonly GoneValue[]): readonly string[] {
  const wished = gone.filter(({ key }) => kindOfKey(key) !== "waiting");
  return [...new Set(wished.flatMap(({ key, value }) => peopleIn(key, value)))].sort();
}
