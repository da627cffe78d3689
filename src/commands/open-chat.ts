import { createTerminal } from "../../adapters/terminal/index.ts";
import { colours, noStyle } from "../../adapters/terminal/render.ts";
import { composeAssistant } from "../compose.ts";
import type { Config } from "../config.ts";
import { createLog } from "../insight/log.ts";
import { createMemoryStore } from "../store/memory.ts";

/** The conversation in the terminal, until its input ends; nothing of it is kept. Log lines only if asked for. */
export async function openChat(config: Config): Promise<void> {
  const log = createLog(config.LOG_LEVEL ?? "warn");
  const store = createMemoryStore(Date.now);
  const isTerminal = process.stdin.isTTY === true;
  if (isTerminal) console.log("Learning what I know takes a moment...\n");
  const assistant = composeAssistant({ config, store, log, now: Date.now });
  const terminal = createTerminal({
    input: process.stdin,
    output: process.stdout,
    style: process.stdout.isTTY ? colours : noStyle,
    prompt: isTerminal ? "> " : "",
    columns: process.stdout.isTTY ? process.stdout.columns : undefined,
    locale: config.DEFAULT_LOCALE,
  });
  await terminal.start(assistant.handle);
  await terminal.ended();
}
