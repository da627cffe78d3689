import { platforms } from "../adapters/platforms.ts";
import { readCoreConfig } from "../src/app/config.ts";
import { openExistingStore } from "../src/app/open-store.ts";
import { StartError } from "../src/lib/start-error.ts";
import { findKept, type KeptKind, type KeptOfPerson } from "../src/runtime/kept/find-kept.ts";
import { findPeople } from "../src/runtime/kept/find-people.ts";
import { forgetPerson } from "../src/runtime/kept/forget-person.ts";
import type { Store } from "../src/store/store.ts";
import { printable } from "./shared/printable.ts";
import { type Command, type CommandContext, runIfStarted, UsageError } from "./shared/run-command.ts";
import { callOf, readArguments } from "./shared/usage.ts";

const usage = {
  command: "forget",
  given: "[--show] PERSON",
  options: { show: { type: "boolean", default: false, means: "shows what is kept, and deletes nothing" } },
  maxWords: 1,
  notes: `  npx signpost forget slack/T123/U456           deletes it
  npx signpost forget --show slack/T123/U456    shows it, and deletes nothing
  npx signpost forget U456                      lists the people with that id of the platform

Exits with 0 if nothing is kept of the person any more, otherwise with 1. Messages in chats and posts in the team's
channel stay: see docs/privacy.md.`,
} as const;

/** Shows or deletes what is kept of a person. */
export const forget: Command = async ({ arguments: given, environment, print, fail }) => {
  const { values, positionals } = readArguments(usage, given);
  const [id = ""] = positionals;
  if (id === "") throw new UsageError(`who? ${callOf(usage)}, as in slack/T123/U456`);
  checkId(id);
  const store = await openExistingStore(readCoreConfig(environment, platforms));
  try {
    if (!id.includes("/")) return await listPeople(store, id, { print, fail });
    if (values.show) return printKept(id, await findKept(store, id), print);
    return await deleteKept(store, id, print);
  } finally {
    await store.close();
  }
};

await runIfStarted(import.meta.filename, forget);

type Print = CommandContext["print"];

/** @throws UsageError if the id begins with no platform */
function checkId(id: string): void {
  const names = platforms.map(({ name }) => name);
  const [first = "", ...rest] = id.split("/");
  if (rest.length === 0 || (names.includes(first) && rest.every((part) => part !== ""))) return;
  throw new UsageError(
    `"${printable(id)}" is no person: it begins with ${names.join(" or ")}, as in slack/T123/U456`,
  );
}

async function listPeople(
  store: Store,
  user: string,
  { print, fail }: Pick<CommandContext, "print" | "fail">,
): Promise<void> {
  const people = await findPeople(store, user);
  if (people.length === 0) return print(`Nothing is kept of anybody with the id ${printable(user)}.`);
  fail();
  print(`Nothing was deleted. People with the id ${printable(user)}, of whom something is kept:`);
  for (const person of people) print(`  npx signpost forget ${printable(person)}`);
}

/** What each kind of value is, for whoever runs the bot. */
const kindNames: Readonly<Record<KeptKind, string>> = {
  state: "where a conversation stands",
  owner: "began a conversation",
  writers: "wrote in a conversation",
  locale: "the language they chose",
  drafts: "answers for support cases",
  handed: "leads to their last request to the team",
  request: "a request to the team",
  taken: "takes care of somebody else's request",
  note: "a note of a platform or of another part",
};

function printKept(person: string, { values, events }: KeptOfPerson, print: Print): void {
  if (values.length + events.length === 0) print(`Nothing is kept of ${printable(person)}.`);
  for (const { kind, key, value } of values)
    print(`${printable(key)}  (${kindNames[kind]})\n  ${printable(value)}`);
  for (const id of events) print(`${printable(id)}  (an event that is not finished)`);
}

async function deleteKept(store: Store, person: string, print: Print): Promise<void> {
  const deleted = await forgetPerson(store, person).catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StartError(`Not everything was deleted (${reason}): run this again`, { cause });
  });
  const { values, events } = deleted;
  if (values.length + events.length === 0) return print(`Nothing is kept of ${printable(person)}.`);
  print(
    `Deleted what was kept of ${printable(person)}: ${values.length} values, ${events.length} unfinished events.`,
  );
  print(
    "Messages in chats and posts in the team's channel stay. Whoever may delete messages there can do that.",
  );
}
