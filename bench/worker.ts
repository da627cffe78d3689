import { setImmediate } from "node:timers/promises";
import { engines } from "./engines/all.ts";
import type { Ask, Engine } from "./engines/engine.ts";
import { hostileQuestions } from "./hostile.ts";
import { countPhrases, foldOwnKnowledge, grow } from "./own-knowledge.ts";
import { type Report, type Task, type Times, taskSchema } from "./run-in-process.ts";
import type { Trial } from "./trial.ts";

/** Questions asked before any is timed. */
const warmUps = { fast: 200, slow: 5 };
/** Slow engines are stopped here; the table says how many questions they were asked until then. */
const enoughMs = 30_000;

const task = taskSchema.parse(JSON.parse(process.argv[2] ?? ""));
report(await perform(task));

async function perform({ engine: name, ...task }: Task): Promise<Report> {
  const engine = engines.find((one) => one.name === name);
  const [fold] = foldOwnKnowledge();
  if (!engine || !fold) throw new Error(`no engine is called ${name}`);
  switch (task.kind) {
    case "times":
      return { kind: "times", times: await takeTimes(engine, grow(fold, task.growth)) };
    case "hostile":
      return { kind: "blocked", ms: await takeBlock(engine, fold, task.question) };
  }
}

async function takeTimes(engine: Engine, trial: Trial): Promise<Times> {
  const before = await memoryInUse();
  const start = performance.now();
  const ask = await engine.learn(trial.intents);
  const learnMs = performance.now() - start;
  const memoryMb = ((await memoryInUse()) - before) / 2 ** 20;
  report({ kind: "learned" });

  for (const { mistyped } of trial.questions.slice(0, warmUps[engine.pace])) await ask(mistyped);
  const times: number[] = [];
  const end = performance.now() + enoughMs;
  for (const { text } of trial.questions) {
    if (performance.now() > end) break;
    times.push(await timeOf(ask, text));
  }
  times.sort((one, other) => one - other);
  const quantile = (share: number) => times[Math.ceil(times.length * share) - 1] ?? Number.NaN;
  const spread = { p50: quantile(0.5), p99: quantile(0.99), max: quantile(1) };
  return { phrases: countPhrases(trial), learnMs, memoryMb, asked: times.length, ...spread };
}

async function takeBlock(engine: Engine, { intents, questions }: Trial, name: string): Promise<number> {
  const hostile = hostileQuestions.find((question) => question.name === name);
  if (!hostile) throw new Error(`no hostile question is called ${name}`);
  const ask = await engine.learn(intents);
  for (const { mistyped } of questions.slice(0, warmUps[engine.pace])) await ask(mistyped);
  report({ kind: "learned" });
  return timeOf(ask, hostile.text);
}

async function timeOf(ask: Ask, question: string): Promise<number> {
  const start = performance.now();
  await ask(question);
  return performance.now() - start;
}

/** What is used of the heap and beside it (typed arrays), in bytes, after the garbage has been collected. */
async function memoryInUse(): Promise<number> {
  for (let turn = 0; turn < 3; turn++) {
    await setImmediate();
    globalThis.gc?.();
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function report(report: Report): void {
  process.send?.(report);
}
