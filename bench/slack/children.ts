import { type ChildProcess, fork, type StdioOptions } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import type { Load } from "../../playground/slack/load.ts";

const root = path.join(import.meta.dirname, "..", "..");
const probe = path.join(import.meta.dirname, "probe.ts");

const addressesSchema = z.object({
  apiUrl: z.string(),
  controlUrl: z.string(),
  botToken: z.string(),
  appToken: z.string(),
  signingSecret: z.string(),
});

type LoadOrder = Parameters<Load>[0];
export type LoadTimes = Awaited<ReturnType<Load>>;

/** The workspace, in a process of its own. */
export interface Slack {
  readonly addresses: z.infer<typeof addressesSchema>;
  deliverTo(port: number): Promise<void>;
  load(order: LoadOrder): Promise<LoadTimes>;
  end(): Promise<void>;
}

const answerSchema = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true), result: z.unknown() }),
  z.object({ ok: z.literal(false), error: z.string() }),
]);
const timesSchema = z.object({
  acknowledged: z.array(z.number()),
  answered: z.array(z.number()),
  failed: z.number(),
});

export async function startSlack(): Promise<Slack> {
  const child = fork(path.join(root, "playground", "slack", "main.ts"), { stdio: stdio("pipe", "inherit") });
  const line = await firstLine(child.stdout, () => true);
  const addresses = addressesSchema.parse(JSON.parse(line));
  const order = async (body: object) => {
    const response = await fetch(addresses.controlUrl, { method: "POST", body: JSON.stringify(body) });
    const answer = answerSchema.parse(await response.json());
    if (!answer.ok) throw new Error(`the workspace: ${answer.error}`);
    return answer.result;
  };
  return {
    addresses,
    deliverTo: async (port) => {
      await order({ kind: "deliverTo", url: `http://127.0.0.1:${port}/slack/events` });
    },
    load: async (wanted) => timesSchema.parse(await order({ kind: "load", ...wanted })),
    end: () => end(child),
  };
}

/** A process that answers Slack. */
export interface Running {
  /** Where it listens; of no use by Socket Mode. */
  readonly port: number;
  memory(): Promise<Memory>;
  end(): Promise<void>;
}

/** In bytes, after the garbage has been collected. */
const memorySchema = z.object({ kind: z.literal("memory"), rss: z.number(), heap: z.number() });
export type Memory = z.infer<typeof memorySchema>;

type Environment = Readonly<Record<string, string>>;

/** Signpost as `npm start` runs it, with nothing but the probe beside it. */
export async function startSignpost(environment: Environment): Promise<Running> {
  const child = fork(path.join(root, "src", "main.ts"), {
    cwd: environment.DATA_DIR,
    env: { PATH: process.env.PATH, PORT: "0", ...environment },
    execArgv: [...process.execArgv, "--expose-gc", "--import", probe],
    stdio: stdio("inherit", "pipe"),
  });
  const line = await firstLine(child.stderr, (text) => text.includes('"msg":"ready"'));
  return toRunning(child, z.object({ port: z.number() }).parse(JSON.parse(line)).port);
}

export async function startBareApp(environment: Environment): Promise<Running> {
  const child = fork(path.join(import.meta.dirname, "bare-app.ts"), {
    env: { PATH: process.env.PATH, ...environment },
    execArgv: [...process.execArgv, "--expose-gc", "--import", probe],
    stdio: stdio("inherit", "inherit"),
  });
  const [message] = await once(child, "message");
  return toRunning(child, z.object({ port: z.number() }).parse(message).port);
}

function toRunning(child: ChildProcess, port: number): Running {
  return {
    port,
    memory: async () => {
      const answered = once(child, "message");
      child.send("memory");
      return memorySchema.parse((await answered)[0]);
    },
    end: () => end(child),
  };
}

function stdio(out: "pipe" | "inherit", err: "pipe" | "inherit"): StdioOptions {
  return ["ignore", out, err, "ipc"];
}

async function firstLine(
  stream: NodeJS.ReadableStream | null,
  isWanted: (line: string) => boolean,
): Promise<string> {
  if (!stream) throw new Error("the child has no such stream");
  const lines: string[] = [];
  const reader = createInterface({ input: stream });
  const found = await new Promise<string | undefined>((resolve) => {
    reader.on("line", (line) => {
      lines.push(line);
      if (isWanted(line)) resolve(line);
    });
    reader.on("close", () => resolve(undefined));
  });
  if (found === undefined) throw new Error(`the child ended before it was ready:\n${lines.join("\n")}`);
  reader.close();
  stream.resume();
  return found;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  const late = setTimeout(() => child.kill("SIGKILL"), 10_000);
  await ended;
  clearTimeout(late);
}
