import { type ChildProcess, fork, type StdioOptions } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";

const root = path.join(import.meta.dirname, "..", "..");
const usageProbe = path.join(import.meta.dirname, "usage-probe.mjs");

/** A local platform (local/), in a child process. */
export interface PlatformProcess<Addresses> {
  readonly addresses: Addresses;
  /** Sends a request to its control server. */
  control(request: object): Promise<unknown>;
  stop(): Promise<void>;
}

const answerSchema = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true), result: z.unknown() }),
  z.object({ ok: z.literal(false), error: z.string() }),
]);

export async function startPlatformProcess<Addresses extends { readonly controlUrl: string }>(
  name: string,
  addressesSchema: z.ZodType<Addresses>,
): Promise<PlatformProcess<Addresses>> {
  const child = fork(path.join(root, "local", name, "main.ts"), { stdio: stdio("pipe", "inherit") });
  const line = await findLine(child.stdout, () => true);
  const addresses = addressesSchema.parse(JSON.parse(line));
  return {
    addresses,
    control: async (request) => {
      const response = await fetch(addresses.controlUrl, { method: "POST", body: JSON.stringify(request) });
      const answer = answerSchema.parse(await response.json());
      if (!answer.ok) throw new Error(`the local ${name}: ${answer.error}`);
      return answer.result;
    },
    stop: () => stopProcess(child),
  };
}

const timesSchema = z.object({
  acknowledged: z.array(z.number()),
  answered: z.array(z.number()),
  failed: z.number(),
});
/** Milliseconds for every answered question; see `LoadTimes` in local/shared. */
export type MeasuredTimes = Readonly<z.infer<typeof timesSchema>>;

/** Runs a load test on a local platform. */
export async function runLoad(
  { control }: Pick<PlatformProcess<unknown>, "control">,
  options: Readonly<Record<string, unknown>>,
): Promise<MeasuredTimes> {
  return timesSchema.parse(await control({ kind: "load", ...options }));
}

/** A bot in a child process. */
export interface BotProcess {
  /** Its HTTP port; unused over Socket Mode and the gateway. */
  readonly port: number;
  measureUsage(): Promise<Usage>;
  stop(): Promise<void>;
}

/** CPU time since the start in milliseconds; memory in bytes, after garbage collection. */
const usageSchema = z.object({
  kind: z.literal("usage"),
  cpuMs: z.number(),
  rss: z.number(),
  heap: z.number(),
});
export type Usage = z.infer<typeof usageSchema>;

type ChildEnvironment = Readonly<Record<string, string>>;

/** Signpost as `npm start` runs it, plus the probe of its usage. */
export async function startSignpost(environment: ChildEnvironment): Promise<BotProcess> {
  const child = fork(path.join(root, "build", "run.mjs"), ["start"], {
    cwd: environment.DATA_DIR,
    env: { PATH: process.env.PATH, PORT: "0", ...environment },
    execArgv: ["--max-semi-space-size=4", "--expose-gc", "--import", usageProbe],
    stdio: stdio("inherit", "pipe"),
  });
  const line = await findLine(child.stderr, (text) => text.includes('"msg":"ready"'));
  return toBotProcess(child, z.object({ port: z.number() }).parse(JSON.parse(line)).port);
}

/** Starts the bot that Signpost is compared with. It sends `{ port }` to its parent when it is ready. */
export async function startBaseline(file: string, environment: ChildEnvironment): Promise<BotProcess> {
  const child = fork(file, {
    env: { PATH: process.env.PATH, ...environment },
    execArgv: [...process.execArgv, "--expose-gc", "--import", usageProbe],
    stdio: stdio("inherit", "inherit"),
  });
  const [message] = await once(child, "message");
  return toBotProcess(child, z.object({ port: z.number() }).parse(message).port);
}

function toBotProcess(child: ChildProcess, port: number): BotProcess {
  return {
    port,
    measureUsage: async () => {
      const answered = once(child, "message");
      child.send("usage");
      return usageSchema.parse((await answered)[0]);
    },
    stop: () => stopProcess(child),
  };
}

function stdio(out: "pipe" | "inherit", err: "pipe" | "inherit"): StdioOptions {
  return ["ignore", out, err, "ipc"];
}

async function findLine(
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

async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  const late = setTimeout(() => child.kill("SIGKILL"), 10_000);
  await ended;
  clearTimeout(late);
}
