import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { platforms } from "../adapters/platforms.ts";
import { readCoreConfig } from "../src/app/config.ts";
import { openStore } from "../src/app/open-store.ts";
import { type ReloadProgress, readProgress, requestReload } from "../src/app/reload-request.ts";
import { StartError } from "../src/lib/start-error.ts";
import type { Store } from "../src/store/store.ts";
import { type Command, runIfStarted } from "./shared/run-command.ts";
import { readArguments } from "./shared/usage.ts";

/** The bot looks once a second. */
const maxWaitForBotMs = 10_000;
const maxReadingMs = 120_000;
const pollMs = 100;

/** Lets the running bot reload its knowledge, and says how that went. */
export const reload: Command = async ({ arguments: given, environment, print }) => {
  readArguments({ command: "reload" }, given);
  const config = readCoreConfig(environment, platforms);
  const store = await openStore(config);
  try {
    const progress = await askForReload(store);
    switch (progress.kind) {
      case "read":
        return print("The bot has reloaded its knowledge.");
      case "unusable":
        throw new StartError(`The bot keeps using the knowledge it had.\n${progress.why}`);
    }
  } finally {
    await store.close();
  }
};

await runIfStarted(import.meta.filename, reload);

type Reloaded = Exclude<ReloadProgress, { readonly kind: "reading" }>;

async function askForReload(store: Store): Promise<Reloaded> {
  const id = randomUUID();
  await requestReload(store, id);
  const asked = Date.now();
  for (;;) {
    const progress = await readProgress(store, id);
    if (progress && progress.kind !== "reading") return progress;
    const waited = Date.now() - asked;
    if (!progress && waited > maxWaitForBotMs)
      throw new StartError(
        "No running bot took the request: is Signpost running with the same DATA_DIR or DATABASE_URL? At its next start it reads the knowledge anyway.",
      );
    if (waited > maxReadingMs)
      throw new StartError("The bot is still reading its knowledge: its log will say what became of it.");
    await wait(pollMs);
  }
}
