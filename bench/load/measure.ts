import type { MeasuredTimes, Usage } from "./processes.ts";

/** How much a load benchmark asks. */
export interface LoadAmounts {
  /** Blocks for each bot; the bots take turns. */
  readonly blocks: number;
  /** Questions in a block with one person. */
  readonly questions: number;
  /** Waves of `peopleAtOnce` questions in a block with many people. */
  readonly waves: number;
  /** Questions over which the memory is sampled. */
  readonly memoryQuestions: number;
}

/** Questions of which `people` are asked at once. */
interface QuestionBatch {
  readonly people: number;
  readonly questions: readonly string[];
}

/** A bot under load, with a local platform of its own. */
export interface MeasuredBot {
  /** Asks by slash command. */
  ask(batch: QuestionBatch): Promise<MeasuredTimes>;
  /** Asks in turn in every way that must not leak memory. */
  askEveryWay(batch: QuestionBatch): Promise<MeasuredTimes>;
  measureUsage(): Promise<Usage>;
  stop(): Promise<void>;
}

export interface MeasuredPair {
  readonly signpost: MeasuredBot;
  readonly baseline: MeasuredBot;
}

/** The times of every block, for each bot. */
export type PairTimes = Readonly<Record<keyof MeasuredPair, readonly MeasuredTimes[]>>;

/** The CPU time of each bot while it did something, in milliseconds. */
export type PairCpu = Readonly<Record<keyof MeasuredPair, number>>;

/** Measures the CPU time of both bots while something is done with them. */
export async function withCpu<T>(
  { signpost, baseline }: MeasuredPair,
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly cpu: PairCpu }> {
  const used = async () =>
    (await Promise.all([signpost, baseline].map((bot) => bot.measureUsage()))).map(({ cpuMs }) => cpuMs);
  const [ours = 0, theirs = 0] = await used();
  const result = await work();
  const [oursAfter = 0, theirsAfter = 0] = await used();
  return { result, cpu: { signpost: oursAfter - ours, baseline: theirsAfter - theirs } };
}

/** Returns the next questions, which both bots are asked. */
export type NextQuestions = (count: number) => readonly string[];

/** Returns the texts in order, and starts over after the last. */
export function cycleThrough(texts: readonly string[]): NextQuestions {
  let next = 0;
  return (count) =>
    Array.from({ length: count }, () => {
      const text = texts[next % texts.length] ?? "";
      next += 1;
      return text;
    });
}

export const peopleAtOnce = 50;
/** Questions before anything is timed: V8 needs about as many to optimise. */
const warmUpQuestions = 600;

/** Alternates between the bots, block by block, and swaps who starts: other load on the machine hits both alike. */
export async function compare(
  { signpost, baseline }: MeasuredPair,
  nextQuestions: NextQuestions,
  {
    blocks,
    questions,
    people,
  }: { readonly blocks: number; readonly questions: number; readonly people: number },
): Promise<PairTimes> {
  const times = { signpost: [] as MeasuredTimes[], baseline: [] as MeasuredTimes[] };
  for (let block = 0; block < blocks; block++) {
    const batch = { people, questions: nextQuestions(questions) };
    if (block % 2 === 1) times.signpost.push(await signpost.ask(batch));
    times.baseline.push(await baseline.ask(batch));
    if (block % 2 === 0) times.signpost.push(await signpost.ask(batch));
  }
  return times;
}

export async function warmUp(
  { signpost, baseline }: MeasuredPair,
  nextQuestions: NextQuestions,
): Promise<void> {
  for (const bot of [signpost, baseline]) {
    await bot.ask({ people: 1, questions: nextQuestions(warmUpQuestions / 2) });
    await bot.ask({ people: peopleAtOnce, questions: nextQuestions(warmUpQuestions / 2) });
  }
}

const sampleCount = 40;

export interface MemoryRun {
  readonly asked: number;
  readonly failed: number;
  /** `sampleCount` samples, evenly spread over the questions. */
  readonly samples: readonly Usage[];
}

/** Asks the questions, `peopleAtOnce` at a time, and samples the memory in between. */
export async function sampleMemory(
  bot: MeasuredBot,
  nextQuestions: NextQuestions,
  questions: number,
): Promise<MemoryRun> {
  const samples: Usage[] = [];
  let failed = 0;
  for (let sample = 0; sample < sampleCount; sample++) {
    const batch = { people: peopleAtOnce, questions: nextQuestions(questions / sampleCount) };
    failed += (await bot.askEveryWay(batch)).failed;
    samples.push(await bot.measureUsage());
  }
  return { asked: questions, failed, samples };
}
