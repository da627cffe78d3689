import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import { leaseMs } from "../src/runtime/claims.ts";
import { createSqliteStore } from "../src/store/sqlite.ts";
import type { Bot, OnPort } from "./bot.ts";

const main = path.join(import.meta.dirname, "..", "cli", "start.ts");
const ahead = path.join(import.meta.dirname, "preload-clock.ts");

interface ProcessParts {
  /** Where the platform is. */
  readonly settings: Readonly<Record<string, string>>;
  /** Where the knowledge's model lies. */
  readonly learned: string;
  readonly onPort?: OnPort;
}

/** Signpost as `npm start` runs it, in a process of its own that can be killed. */
export async function startProcess({ settings, learned, onPort }: ProcessParts): Promise<Bot> {
  const folder = mkdtempSync(path.join(tmpdir(), "signpost-soak-"));
  cpSync(learned, folder, { recursive: true });
  const start = async (milliseconds: number) => {
    const child = spawn(process.execPath, ["--import", import.meta.resolve("tsx"), "--import", ahead, main], {
      cwd: folder,
      env: {
        PATH: process.env.PATH,
        PORT: "0",
        DATA_DIR: folder,
        AHEAD: String(milliseconds),
        ...settings,
      },
      stdio: ["ignore", "ignore", "pipe"],
    });
    const port = await portOf(child);
    onPort?.(port);
    return child;
  };
  let child = await start(0);
  return {
    // It has sent what was left before it said that it is ready.
    recover: async () => {},
    crash: async () => {
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
      const left = await unfinishedIn(folder);
      child = await start(leaseMs + 1000);
      return left;
    },
    stop: async () => {
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function unfinishedIn(folder: string): Promise<readonly string[]> {
  const store = createSqliteStore(folder, () => Date.now() + leaseMs + 1000);
  const unfinished = await store.unfinished();
  await store.close();
  return unfinished.map(({ body }) => body);
}

const readySchema = z.object({ msg: z.literal("ready"), port: z.number() });

/** Waits until it is ready; its log is read to the end, lest the pipe fills. */
function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`the bot ended with ${code} before it was ready`)));
    if (!child.stderr) return reject(new Error("the bot has no log"));
    createInterface({ input: child.stderr }).on("line", (line) => {
      const ready = line.includes('"ready"') ? readySchema.safeParse(JSON.parse(line)) : undefined;
      if (ready?.success) resolve(ready.data.port);
    });
  });
}
