import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import { leaseMs } from "../src/runtime/claims.ts";
import { createSqliteStore } from "../src/store/sqlite.ts";
import { type Bot, maxStopMs, type OnPort } from "./bot.ts";

const launcher = path.join(import.meta.dirname, "..", "build", "run.mjs");
const clockPreload = path.join(import.meta.dirname, "preload-clock.mjs");

interface BotProcessOptions {
  /** The platform's environment variables. */
  readonly settings: Readonly<Record<string, string>>;
  /** The folder with the learned model, copied for this bot. */
  readonly modelFolder: string;
  readonly onPort?: OnPort;
}

/** Signpost as `npm start` runs it, as a child process that can be killed. */
export async function startBotProcess({ settings, modelFolder, onPort }: BotProcessOptions): Promise<Bot> {
  const folder = mkdtempSync(path.join(tmpdir(), "signpost-soak-"));
  cpSync(modelFolder, folder, { recursive: true });
  const start = async (clockOffsetMs: number) => {
    const child = spawn(process.execPath, ["--import", clockPreload, launcher, "start"], {
      cwd: folder,
      env: {
        PATH: process.env.PATH,
        PORT: "0",
        DATA_DIR: folder,
        CLOCK_OFFSET_MS: String(clockOffsetMs),
        ...settings,
      },
      stdio: ["ignore", "ignore", "pipe"],
    });
    const port = await waitForPort(child);
    onPort?.(port);
    return { child, port };
  };
  const end = async (signal: NodeJS.Signals): Promise<number> => {
    const { child } = running;
    if (child.exitCode !== null || child.signalCode !== null) return 0;
    const from = Date.now();
    const ended = once(child, "exit");
    child.kill(signal);
    await ended;
    return Date.now() - from;
  };
  let running = await start(0);
  return {
    // Its clock is its own: the platform's changes nothing in it.
    settle: async () => {},
    // A starting bot delivers what was left before it reports ready.
    recover: async () => {},
    crash: async () => {
      await end("SIGKILL");
      const unfinished = await readUnfinished(folder);
      running = await start(leaseMs + 1000);
      return unfinished;
    },
    restart: async (meanwhile) => {
      const tookMs = await end("SIGTERM");
      meanwhile?.();
      if (tookMs > maxStopMs) throw new Error(`the bot took ${tookMs} ms to end`);
      running = await start(leaseMs + 1000);
    },
    process: () => ({ pid: running.child.pid ?? 0, folder, port: running.port }),
    stop: async () => {
      await end("SIGTERM");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function readUnfinished(folder: string): Promise<readonly string[]> {
  const store = createSqliteStore(folder, () => Date.now() + leaseMs + 1000);
  const unfinished = await store.unfinished();
  await store.close();
  return unfinished.map(({ body }) => body);
}

const readySchema = z.object({ msg: z.literal("ready"), port: z.number() });

/** The port from the bot's "ready" log line. Keeps reading the log afterwards, so that the pipe never fills. */
function waitForPort(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`the bot exited with ${code} before it was ready`)));
    if (!child.stderr) return reject(new Error("the bot has no log"));
    createInterface({ input: child.stderr }).on("line", (line) => {
      const ready = line.includes('"ready"') ? readySchema.safeParse(JSON.parse(line)) : undefined;
      if (ready?.success) resolve(ready.data.port);
    });
  });
}
