import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { projectRoot } from "../src/lib/built-program.ts";
import { nearest } from "../src/lib/nearest.ts";
import { type Command, runIfStarted, UsageError } from "./shared/run-command.ts";
import { type CommandName, summaries } from "./shared/summaries.ts";
import { isHelp, noSuchOption } from "./shared/usage.ts";

/** Loads one command and none of the others. */
const load: Readonly<Record<CommandName, () => Promise<Command>>> = {
  start: async () => (await import("./start.ts")).start,
  chat: async () => (await import("./chat.ts")).chat,
  doctor: async () => (await import("./doctor.ts")).doctor,
  reload: async () => (await import("./reload.ts")).reload,
  report: async () => (await import("./report.ts")).report,
  unanswered: async () => (await import("./unanswered.ts")).unanswered,
  forget: async () => (await import("./forget.ts")).forget,
  backup: async () => (await import("./backup.ts")).backup,
  restore: async () => (await import("./restore.ts")).restore,
  "move-store": async () => (await import("./move-store.ts")).moveStoreCommand,
  "migrate-store": async () => (await import("./migrate-store.ts")).migrateStore,
  ask: async () => (await import("./ask.ts")).ask,
  match: async () => (await import("./match.ts")).match,
  check: async () => (await import("./check-knowledge.ts")).checkKnowledge,
  preview: async () => (await import("./preview.ts")).preview,
  eval: async () => (await import("./eval.ts")).evaluate,
  "eval-follow-ups": async () => (await import("./eval-follow-ups.ts")).evaluateFollowUps,
};

/** `signpost <command> [arguments]`: runs a command, or says which there are. */
export const signpost: Command = async (context) => {
  const [first = "--help", ...rest] = context.arguments;
  if (first === "help" || isHelp(first.replace(/^-+/, ""))) return context.print(listOfCommands());
  if (["--version", "-v"].includes(first)) return context.print(versionOfPackage());
  if (first.startsWith("-")) throw wrong(noSuchOption(first, ["help", "version"]));
  if (!isCommand(first)) throw wrong(noSuchCommand(first));
  const command = await load[first]();
  await command({ ...context, arguments: rest });
};

await runIfStarted(import.meta.filename, signpost);

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(summaries, name);
}

function noSuchCommand(name: string): string {
  const meant = nearest(name, Object.keys(summaries));
  return `there is no command "${name}"${meant === undefined ? "" : `: did you mean "${meant}"?`}`;
}

function wrong(what: string): UsageError {
  return new UsageError(`${what}\nnpx signpost lists the commands.`);
}

function listOfCommands(): string {
  const width = Math.max(...Object.keys(summaries).map((name) => name.length)) + 2;
  return [
    "A help bot for people who are locked out of AWS.",
    "\n  npx signpost COMMAND\n",
    ...Object.entries(summaries).map(([name, summary]) => `  ${name.padEnd(width)}${summary}`),
    "\n--help behind a command says how it is used; npx signpost --version says which version this is.",
    "Settings come from the environment and from .env in the folder that Signpost is started in.",
  ].join("\n");
}

function versionOfPackage(): string {
  const text = readFileSync(path.join(projectRoot, "package.json"), "utf8");
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}
