import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { leaseMs } from "../src/runtime/events/claims.ts";
import { createSqliteStore } from "../src/store/sqlite.ts";
import { type Bot, maxStopMs, type OnPort } from "./bot.ts";

const launcher = path.join(import.meta.dirname, "..", "build", "run.mjs");
const clockPreload = path.join(import.meta.dirname, "preload-clock.mjs");

/** How long reading back may take, in milliseconds: on a busy machine, many times what it takes alone. */
const caughtUpMs = 20_000;

interface BotProcessOptions {
  /** The platform's environment variables. */
  readonly settings: Readonly<Record<string, string>>;
  /** The folder with the learned model, copied for this bot. */
  readonly modelFolder: string;
  readonly onPort?: OnPort;
  /** The log line after which a bot that was away has read what it missed, if the platform is read back. */
  readonly caughtUp?: string;
}

/** Signpost as `npm start` runs it, as a child process that can be killed. */
export async function startBotProcess(options: BotProcessOptions): Promise<Bot> {
  const { settings, modelFolder, onPort, caughtUp } = options;
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
    const lines = readLog(child);
    const isCaughtUp = isFirst || caughtUp === undefined ? undefined : lines.until(caughtUp);
    const { port } = readySchema.parse(JSON.parse(await lines.until(readyMessage)));
    isFirst = false;
    onPort?.(port);
    // A bot whose store was lost does not know what it missed.
    await Promise.race([isCaughtUp, wait(caughtUpMs)]);
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
  let isFirst = true;
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
    restart: async ({ pauseMs = 0, meanwhile, skipsLease = false } = {}) => {
      const tookMs = await end("SIGTERM");
      if (tookMs > maxStopMs) throw new Error(`the bot took ${tookMs} ms to end`);
      meanwhile?.();
      await wait(pauseMs);
      running = await start(skipsLease ? leaseMs + 1000 : 0);
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

const readyMessage = '"ready"';
const readySchema = z.object({ port: z.number() });

/** The bot's log, which is read to its end, so that the pipe never fills. */
function readLog(child: ChildProcess) {
  if (!child.stderr) throw new Error("the bot has no log");
  const lines = createInterface({ input: child.stderr });
  return {
    /** The first line from now on that holds this text. */
    until: (text: string) =>
      new Promise<string>((resolve, reject) => {
        child.once("exit", (code) => reject(new Error(`the bot exited with ${code} before it said ${text}`)));
        lines.on("line", (line) => line.includes(text) && resolve(line));
      }),
  };
}
