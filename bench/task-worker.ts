import { setImmediate } from "node:timers/promises";
import type { Dataset } from "./dataset.ts";
import { engines } from "./engines/all.ts";
import type { Engine, RankIntents } from "./engines/engine.ts";
import { hostileQuestions } from "./hostile-questions.ts";
import { countPhrases, foldOwnDataset, growPhrases } from "./own-dataset.ts";
import { type BenchTask, type EngineTimes, type TaskReport, taskSchema } from "./run-in-process.ts";

/** Questions asked before any is timed, by the engine's pace. */
const warmUpQuestions = { fast: 200, slow: 5 };
/** Slow engines stop here; the table tells how many questions they answered. */
const maxMeasureMs = 30_000;

const task = taskSchema.parse(JSON.parse(process.argv[2] ?? ""));
report(await runTask(task));

async function runTask({ engine: name, ...task }: BenchTask): Promise<TaskReport> {
  const engine = engines.find((one) => one.name === name);
  const [fold] = foldOwnDataset();
  if (!engine || !fold) throw new Error(`no engine is called ${name}`);
  switch (task.kind) {
    case "times":
      return { kind: "times", times: await measureTimes(engine, growPhrases(fold, task.growth)) };
    case "hostile":
      return { kind: "blocked", ms: await measureBlocking(engine, fold, task.question) };
  }
}

async function measureTimes(engine: Engine, dataset: Dataset): Promise<EngineTimes> {
  const before = await memoryInUse();
  const start = performance.now();
  const rankIntents = await engine.learn(dataset.intents);
  const learnMs = performance.now() - start;
  const memoryMb = ((await memoryInUse()) - before) / 2 ** 20;
  report({ kind: "learned" });

  for (const { mistyped } of dataset.questions.slice(0, warmUpQuestions[engine.pace]))
    await rankIntents(mistyped);
  const times: number[] = [];
  const end = performance.now() + maxMeasureMs;
  for (const { text } of dataset.questions) {
    if (performance.now() > end) break;
    times.push(await measureAnswer(rankIntents, text));
  }
  times.sort((one, other) => one - other);
  const quantile = (share: number) => times[Math.ceil(times.length * share) - 1] ?? Number.NaN;
  const quantiles = { p50: quantile(0.5), p99: quantile(0.99), max: quantile(1) };
  return { phrases: countPhrases(dataset), learnMs, memoryMb, asked: times.length, ...quantiles };
}

async function measureBlocking(
  engine: Engine,
  { intents, questions }: Dataset,
  name: string,
): Promise<number> {
  const hostile = hostileQuestions.find((question) => question.name === name);
  if (!hostile) throw new Error(`no hostile question is called ${name}`);
  const rankIntents = await engine.learn(intents);
  for (const { mistyped } of questions.slice(0, warmUpQuestions[engine.pace])) await rankIntents(mistyped);
  report({ kind: "learned" });
  return measureAnswer(rankIntents, hostile.text);
}

async function measureAnswer(rankIntents: RankIntents, question: string): Promise<number> {
  const start = performance.now();
  await rankIntents(question);
  return performance.now() - start;
}

/** Heap and external memory (typed arrays), in bytes after garbage collection. */
async function memoryInUse(): Promise<number> {
  for (let round = 0; round < 3; round++) {
    await setImmediate();
    globalThis.gc?.();
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function report(report: TaskReport): void {
  process.send?.(report);
}
