import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { z } from "zod";
import { createScratchDatabase, type ScratchDatabase } from "../../local/shared/scratch-database.ts";
import { toHeading } from "../load/heading.ts";
import { cycleThrough, type NextQuestions } from "../load/measure.ts";
import {
  type BotProcess,
  type PlatformProcess,
  runLoad,
  startPlatformProcess,
  startSignpost,
} from "../load/processes.ts";
import { prepareAnswers } from "../slack/prepare-answers.ts";
import { measureUse } from "./database.ts";
import { type CrowdResult, reportProcesses, slowest, wantedMs } from "./report.ts";

const processCounts = [1, 2, 4];
/** People who ask at once, in rising order. */
const crowds = [1, 2, 4, 8, 16, 32, 64];
/** V8 needs about as many to optimise. */
const warmUpQuestions = 300;
const amounts = { quick: 60, full: 1200 };

/**
 * One, two and four processes on one PostgreSQL, each with a connection of its own to one Slack.
 * @param server an address whose user may create databases
 */
export async function benchScale(
  server: string,
  isQuick: boolean,
  show: (section: string) => void,
): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "signpost-bench-"));
  try {
    const answers = await prepareAnswers(folder);
    const nextQuestions = cycleThrough(answers.map(([text]) => text));
    show(introduction);
    for (const count of isQuick ? processCounts.slice(0, 2) : processCounts)
      show(await measureProcesses({ server, folder, count, nextQuestions, isQuick }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const introduction = `${toHeading("Several processes on one PostgreSQL", "npm run bench -- scale")}

Each process is Signpost as \`npm start\` runs it, on one database and one local Slack (local/slack), which spreads slash
commands over their Socket Mode connections. More and more people ask at once, each as soon as all are answered, until
the acknowledgement of 99 in 100 questions takes longer than ${wantedMs} ms. The bots, PostgreSQL and Slack share this machine's
CPUs: where they are used up, further processes bring nothing here. "Bots" is the CPU time of all processes of Signpost.`;

interface Setup {
  readonly server: string;
  /** Holds the learned model. */
  readonly folder: string;
  /** How many processes. */
  readonly count: number;
  readonly nextQuestions: NextQuestions;
  readonly isQuick: boolean;
}

async function measureProcesses({ server, folder, count, nextQuestions, isQuick }: Setup): Promise<string> {
  const database = await createScratchDatabase(server);
  const slack = await startPlatformProcess("slack", addressesSchema);
  const bots: BotProcess[] = [];
  try {
    while (bots.length < count) bots.push(await startBot({ slack, database, folder }));
    const load: Load = { slack, bots, nextQuestions };
    await askCrowd(load, 16, warmUpQuestions);
    const before = await measureUse(database);
    const results: CrowdResult[] = [];
    for (const people of isQuick ? crowds.slice(0, 2) : crowds) {
      const result = await askCrowd(load, people, amounts[isQuick ? "quick" : "full"]);
      results.push(result);
      if (slowest(result) > wantedMs) break;
    }
    return reportProcesses({ count, results, before, after: await measureUse(database) });
  } finally {
    await Promise.all(bots.map((bot) => bot.stop()));
    await slack.stop();
    await database.drop();
  }
}

const addressesSchema = z.object({
  apiUrl: z.string(),
  controlUrl: z.string(),
  botToken: z.string(),
  appToken: z.string(),
});
type SlackProcess = PlatformProcess<z.infer<typeof addressesSchema>>;

interface StartOptions {
  readonly slack: SlackProcess;
  readonly database: ScratchDatabase;
  readonly folder: string;
}

function startBot({ slack: { addresses }, database, folder }: StartOptions): Promise<BotProcess> {
  return startSignpost({
    DATA_DIR: folder,
    DATABASE_URL: database.url,
    SLACK_BOT_TOKEN: addresses.botToken,
    SLACK_APP_TOKEN: addresses.appToken,
    SLACK_API_URL: addresses.apiUrl,
  });
}

interface Load {
  readonly slack: SlackProcess;
  readonly bots: readonly BotProcess[];
  readonly nextQuestions: NextQuestions;
}

async function askCrowd(
  { slack, bots, nextQuestions }: Load,
  people: number,
  questions: number,
): Promise<CrowdResult> {
  const before = readCpus();
  const botCpu = await cpuOf(bots);
  const begun = performance.now();
  const times = await runLoad(slack, {
    people,
    commands: nextQuestions(questions).map((text) => `/aws-help ${text}`),
  });
  const elapsedMs = performance.now() - begun;
  return {
    people,
    times,
    elapsedMs,
    botCpuMs: (await cpuOf(bots)) - botCpu,
    machineShare: busyShare(before, readCpus()),
  };
}

async function cpuOf(bots: readonly BotProcess[]): Promise<number> {
  const used = await Promise.all(bots.map((bot) => bot.measureUsage()));
  return used.reduce((sum, { cpuMs }) => sum + cpuMs, 0);
}

/** Time of all CPUs of the machine since its start, in milliseconds. */
interface MachineCpu {
  readonly busy: number;
  readonly idle: number;
}

function readCpus(): MachineCpu {
  const times = cpus().map((cpu) => cpu.times);
  const sum = (pick: (time: (typeof times)[number]) => number) =>
    times.reduce((all, time) => all + pick(time), 0);
  return { busy: sum(({ user, nice, sys, irq }) => user + nice + sys + irq), idle: sum(({ idle }) => idle) };
}

function busyShare(before: MachineCpu, after: MachineCpu): number {
  const [busy, idle] = [after.busy - before.busy, after.idle - before.idle];
  return busy / (busy + idle || 1);
}
