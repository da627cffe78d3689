import { type ChildProcess, fork, type StdioOptions } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";

const root = path.join(import.meta.dirname, "..", "..");
const probe = path.join(import.meta.dirname, "probe.ts");

/** A platform of our own (playground/), in a process of its own. */
export interface World<Addresses> {
  readonly addresses: Addresses;
  /** Asks for one of the things that its control.ts lists. */
  order(body: object): Promise<unknown>;
  end(): Promise<void>;
}

const answerSchema = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true), result: z.unknown() }),
  z.object({ ok: z.literal(false), error: z.string() }),
]);

export async function startWorld<Addresses extends { readonly controlUrl: string }>(
  name: string,
  addressesSchema: z.ZodType<Addresses>,
): Promise<World<Addresses>> {
  const child = fork(path.join(root, "local", name, "main.ts"), { stdio: stdio("pipe", "inherit") });
  const line = await firstLine(child.stdout, () => true);
  const addresses = addressesSchema.parse(JSON.parse(line));
  return {
    addresses,
    order: async (body) => {
      const response = await fetch(addresses.controlUrl, { method: "POST", body: JSON.stringify(body) });
      const answer = answerSchema.parse(await response.json());
      if (!answer.ok) throw new Error(`the local ${name}: ${answer.error}`);
      return answer.result;
    },
    end: () => end(child),
  };
}

const timesSchema = z.object({
  acknowledged: z.array(z.number()),
  answered: z.array(z.number()),
  failed: z.number(),
});
/** In milliseconds, of every question that was answered; see playground/load.ts. */
export type LoadTimes = Readonly<z.infer<typeof timesSchema>>;

/** Has a whole load of questions asked there. */
export async function load(
  { order }: Pick<World<unknown>, "order">,
  wanted: Readonly<Record<string, unknown>>,
): Promise<LoadTimes> {
  return timesSchema.parse(await order({ kind: "load", ...wanted }));
}

/** A process that answers people. */
export interface Running {
  /** Where it listens; of no use where it calls the platform. */
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
  const child = fork(path.join(root, "cli", "start.ts"), {
    cwd: environment.DATA_DIR,
    env: { PATH: process.env.PATH, PORT: "0", ...environment },
    execArgv: [...process.execArgv, "--expose-gc", "--import", probe],
    stdio: stdio("inherit", "pipe"),
  });
  const line = await firstLine(child.stderr, (text) => text.includes('"msg":"ready"'));
  return toRunning(child, z.object({ port: z.number() }).parse(JSON.parse(line)).port);
}

/** What Signpost is held beside: a program that says `{ port }` to its parent when it is ready. */
export async function startBare(file: string, environment: Environment): Promise<Running> {
  const child = fork(file, {
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
