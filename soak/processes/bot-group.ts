import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";

const launcher = path.join(import.meta.dirname, "..", "..", "build", "run.mjs");

/** Several processes of Signpost, as `npm start` runs it, on one database. */
export interface BotGroup {
  readonly size: number;
  /** Kills a process (SIGKILL), and starts another one in its place. */
  replace(number: number): Promise<void>;
  stop(): Promise<void>;
}

interface GroupOptions {
  readonly size: number;
  /** What a process is set to, by its number from 0. */
  readonly settingsOf: (number: number) => Readonly<Record<string, string>>;
  /** The folder with the learned model. */
  readonly modelFolder: string;
}

export async function startBotGroup({ size, settingsOf, modelFolder }: GroupOptions): Promise<BotGroup> {
  const folder = mkdtempSync(path.join(tmpdir(), "signpost-soak-"));
  const start = (number: number) =>
    startBot({
      folder,
      env: { PATH: process.env.PATH, PORT: "0", DATA_DIR: modelFolder, ...settingsOf(number) },
    });
  const bots = await Promise.all(Array.from({ length: size }, (_, number) => start(number)));
  return {
    size,
    replace: async (number) => {
      const before = bots[number];
      if (before) await end(before, "SIGKILL");
      bots[number] = await start(number);
    },
    stop: async () => {
      await Promise.all(bots.map((bot) => end(bot, "SIGTERM")));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface StartOptions {
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
}

/** @throws Error with the last lines of its log if it ends before it is ready */
async function startBot({ folder, env }: StartOptions): Promise<ChildProcess> {
  const child = spawn(process.execPath, [launcher, "start"], {
    cwd: folder,
    env,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const lines: string[] = [];
  await new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stderr }).on("line", (line) => {
      if (line.includes('"msg":"ready"')) resolve();
      lines.push(line);
      if (lines.length > 20) lines.shift();
    });
    child.once("exit", () => reject(new Error(`a bot ended before it was ready:\n${lines.join("\n")}`)));
  });
  return child;
}

async function end(bot: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (bot.exitCode !== null || bot.signalCode !== null) return;
  const ended = once(bot, "exit");
  bot.kill(signal);
  await ended;
}
