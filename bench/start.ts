import { execFile, spawn } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { sourceFolders } from "../build/sources.mjs";
import { toHeading } from "./load/heading.ts";
import { quantile } from "./load/report.ts";
import { brief, ratio, toTable } from "./tables.ts";

const root = path.join(import.meta.dirname, "..");
const cpuProbe = path.join(import.meta.dirname, "load", "cpu-probe.mjs");
const copied = [...sourceFolders, "knowledge", "package.json", "package-lock.json"];
const question = "I lost my phone and can't sign in, AWS asks for an MFA code";
const run = promisify(execFile);

/** How long the first minute takes: from an install, from a clone, and without a model. */
export async function benchStart(isQuick: boolean, show: (section: string) => void): Promise<void> {
  const rounds = isQuick ? 1 : 5;
  const clone = mkdtempSync(path.join(tmpdir(), "signpost-start-"));
  try {
    for (const name of copied) cpSync(path.join(root, name), path.join(clone, name), { recursive: true });
    symlinkSync(path.join(root, "node_modules"), path.join(clone, "node_modules"));
    show(await measure(clone, rounds));
  } finally {
    rmSync(clone, { recursive: true, force: true });
  }
}

async function measure(clone: string, rounds: number): Promise<string> {
  const dist = path.join(clone, "dist");
  const launcher = path.join(clone, "build", "run.mjs");
  const ask = () => used(clone, [launcher, "ask", question]);
  const nothing = await median(rounds, () => used(clone, ["-e", "0"]));
  const data = path.join(clone, "data");
  const fromClone = await median(rounds, async () => {
    for (const folder of [dist, data]) rmSync(folder, { recursive: true, force: true });
    return ask();
  });
  const withoutModel = await median(rounds, async () => {
    for (const name of files(dist, "model-")) rmSync(name);
    rmSync(data, { recursive: true, force: true });
    return ask();
  });
  for (const folder of [dist, data]) rmSync(folder, { recursive: true, force: true });
  const install = await median(1, () => used(clone, [path.join(clone, "build", "prepare.mjs")]));
  const installed = await median(rounds, ask);
  const page = await median(rounds, () => startUntilAnswer(clone));
  const [model = ""] = files(dist, "model-");
  const row = (name: string, { cpuMs, wallMs }: Used) => [
    name,
    brief(cpuMs / 1000),
    ratio(cpuMs, nothing.cpuMs),
    brief(wallMs / 1000),
  ];
  return `${toHeading("The first minute", "npm run bench -- start")}

In a copy of the project, over our knowledge; the median of ${rounds}. "Installed" is what \`npm ci\` leaves, by its step
\`prepare\`; the others are what happens without it. The model takes ${brief(statSync(model).size / 1e6)} MB.

${toTable(
  ["", "CPU, s", "to `node -e 0`", "wall, s"],
  [
    row("`node -e 0`", nothing),
    row("`prepare`: build and learn", install),
    row("`ask`, installed", installed),
    row("`ask`, built, without a model", withoutModel),
    row("`ask`, nothing built", fromClone),
    row("`start` until the page has answered, installed", page),
  ],
)}`;
}

interface Used {
  readonly cpuMs: number;
  readonly wallMs: number;
}

async function median(rounds: number, measureOnce: () => Promise<Used>): Promise<Used> {
  const all: Used[] = [];
  for (let round = 0; round < rounds; round++) all.push(await measureOnce());
  const of = (key: keyof Used) =>
    quantile(
      all.map((one) => one[key]),
      0.5,
    );
  return { cpuMs: of("cpuMs"), wallMs: of("wallMs") };
}

/** Runs Node.js in a folder, to its end. */
async function used(folder: string, given: readonly string[]): Promise<Used> {
  const began = performance.now();
  await run(process.execPath, ["--import", cpuProbe, ...given], { cwd: folder, env: environment(folder) });
  return { wallMs: performance.now() - began, cpuMs: readCpu(folder) };
}

/** Opens the playground, asks on its page as a browser would, and ends it once the answer is there. */
async function startUntilAnswer(folder: string): Promise<Used> {
  const began = performance.now();
  const child = spawn(
    process.execPath,
    ["--import", cpuProbe, path.join(folder, "build", "run.mjs"), "start"],
    {
      cwd: folder,
      env: { ...environment(folder), PORT: "0" },
      stdio: ["ignore", "pipe", "ignore"],
    },
  );
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const url = await readUntil(child.stdout, /http:\/\/localhost:\d+/);
  const stream = async (wanted: RegExp) => {
    const { body } = await fetch(`${url}/api/stream?person=alex`);
    if (!body) throw new Error("the page has no stream");
    return readUntil(body, wanted);
  };
  const channel = (await stream(/"id":"(\w+)","name":"aws-help"/)).slice(6, -19);
  await fetch(`${url}/api/act`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url },
    body: JSON.stringify({
      platform: "slack",
      person: "alex",
      act: { kind: "says", channel, text: question },
    }),
  });
  await stream(/"step":"sent"/);
  const wallMs = performance.now() - began;
  child.kill("SIGTERM");
  await ended;
  return { wallMs, cpuMs: readCpu(folder) };
}

async function readUntil(chunks: AsyncIterable<Uint8Array>, wanted: RegExp): Promise<string> {
  let read = "";
  for await (const chunk of chunks) {
    read += Buffer.from(chunk).toString();
    const found = wanted.exec(read)?.[0];
    if (found !== undefined) return found;
  }
  throw new Error(`nothing like ${wanted} came`);
}

function environment(folder: string): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, HOME: process.env.HOME, CPU_FILE: path.join(folder, "cpu") };
}

function readCpu(folder: string): number {
  return Number(readFileSync(path.join(folder, "cpu"), "utf8"));
}

function files(folder: string, prefix: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.startsWith(prefix))
    .map((name) => path.join(folder, name));
}
