import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { platforms } from "../adapters/platforms.ts";
import { readCoreConfig } from "../src/app/config.ts";
import { openStore } from "../src/app/open-store.ts";
import { type ReloadProgress, readProgress, requestReload } from "../src/app/reload-request.ts";
import { StartError } from "../src/lib/start-error.ts";
import { type RunningProcess, runningProcesses } from "../src/store/presence.ts";
import type { Store } from "../src/store/store.ts";
import { type Command, runIfStarted } from "./shared/run-command.ts";
import { readArguments } from "./shared/usage.ts";

/** The bot looks once a second. */
const maxWaitForBotMs = 10_000;
const maxReadingMs = 120_000;
const pollMs = 100;

/** Lets every running process of the bot reload its knowledge, and says how that went. */
export const reload: Command = async ({ arguments: given, environment, print }) => {
  readArguments({ command: "reload" }, given);
  const config = readCoreConfig(environment, platforms);
  const store = await openStore(config);
  try {
    print(await askForReload(store));
  } finally {
    await store.close();
  }
};

await runIfStarted(import.meta.filename, reload);

/** @throws StartError if a process did not reload it */
async function askForReload(store: Store): Promise<string> {
  const id = randomUUID();
  await requestReload(store, id);
  const asked = Date.now();
  for (;;) {
    const progress = await readProgress(store, id);
    const running = await runningProcesses(store);
    const waited = Date.now() - asked;
    const open = running.filter(({ id: other, isReady }) => isReady && isOpen(progress.get(other)));
    const isRead = progress.size > 0 && [...progress.values()].every((one) => !isOpen(one));
    if (isRead && open.length === 0) return describe(progress, running);
    if (progress.size === 0 && waited > maxWaitForBotMs)
      throw new StartError(
        "No running bot took the request: is Signpost running with the same DATA_DIR or DATABASE_URL? At its next start it reads the knowledge anyway.",
      );
    if (waited > maxReadingMs)
      throw new StartError(
        `Not every process of the bot has read its knowledge yet (open: ${open.map(nameOf).join(", ")}): its log will say what became of it.`,
      );
    await wait(pollMs);
  }
}

function isOpen(progress: ReloadProgress | undefined): boolean {
  return progress === undefined || progress.kind === "reading";
}

function describe(progress: ReadonlyMap<string, ReloadProgress>, running: readonly RunningProcess[]): string {
  const faults = [...progress].flatMap(([id, one]) => {
    const found = running.find((process) => process.id === id);
    const where = progress.size > 1 && found ? `${nameOf(found)}: ` : "";
    return one.kind === "unusable" ? [where + one.why] : [];
  });
  if (faults.length > 0)
    throw new StartError(`The bot keeps using the knowledge it had.\n${faults.join("\n")}`);
  return progress.size > 1
    ? `All ${progress.size} processes of the bot have reloaded their knowledge.`
    : "The bot has reloaded its knowledge.";
}

function nameOf({ host, pid }: RunningProcess): string {
  return `process ${pid} on ${host}`;
}
