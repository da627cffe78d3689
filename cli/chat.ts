import { platforms } from "../adapters/platforms.ts";
import { createTerminal } from "../adapters/terminal/index.ts";
import { colours, noStyle } from "../adapters/terminal/render.ts";
import { composeCore } from "../src/app/compose.ts";
import { readCoreConfig } from "../src/app/config.ts";
import { createLog } from "../src/insight/log.ts";
import { createMemoryStore } from "../src/store/memory.ts";
import { type Command, runIfStarted } from "./shared/run-command.ts";
import { readArguments } from "./shared/usage.ts";

/** Runs the chat in the terminal until its input ends or somebody leaves it. Nothing is kept, and nothing is logged unless LOG_LEVEL asks. */
export const chat: Command = async ({ arguments: given, environment }) => {
  readArguments({ command: "chat" }, given);
  const config = readCoreConfig(environment, platforms);
  const log = createLog(config.LOG_LEVEL ?? "warn");
  const store = createMemoryStore(Date.now);
  const { assistant } = await composeCore({
    config,
    store,
    log,
    now: Date.now,
    notify: (message) => console.error(message),
  });
  const terminal = createTerminal({
    input: process.stdin,
    output: process.stdout,
    style: process.stdout.isTTY ? colours : noStyle,
    prompt: process.stdin.isTTY ? "> " : "",
    columns: process.stdout.isTTY ? process.stdout.columns : undefined,
    locale: config.DEFAULT_LOCALE,
  });
  await terminal.start(assistant);
  await terminal.ended();
};

await runIfStarted(import.meta.filename, chat);
