import { createRandom, type Random, shuffled } from "../bench/random.ts";
import { wouldSpeak } from "../src/conversation/would-speak.ts";
import type { SoakKnowledge } from "./knowledge.ts";
import { pause, waitUntil } from "./pause.ts";
import type { Asker, PlannedQuestion, SoakFault, SoakPlatform } from "./platform.ts";
import { createSkippableClock } from "./skippable-clock.ts";

export interface RoundOptions<F extends SoakFault> {
  readonly fault: F;
  readonly transport: string;
  /** How many questions are asked. */
  readonly questionCount: number;
  readonly seed: number;
  readonly knowledge: SoakKnowledge;
}

/** The result of one question. */
export type SoakVerdict = Pick<PlannedQuestion, "way" | "text"> &
  Times &
  (
    | { readonly kind: "answered" | "apologised" | "lost" | "doubled" }
    /** The platform reported a failure to the person at every attempt. */
    | { readonly kind: "told" }
    /** Lost or doubled for a known, unavoidable reason. */
    | { readonly kind: "excused"; readonly because: string }
  );

/** How long a question took, in milliseconds of the machine's clock. */
interface Times {
  /** Until the platform told the person that the bot has it, or that it failed; for commands, presses and forms. */
  readonly acknowledgedMs: number;
  /** Until the person saw an answer; absent without one. */
  readonly answeredMs?: number;
}

/** Runs one round: a new local platform and bot, some questions, and faults while they are asked. */
export async function runRound<F extends SoakFault>(
  platform: SoakPlatform<F>,
  options: RoundOptions<F>,
): Promise<readonly SoakVerdict[]> {
  const random = createRandom(options.seed);
  const questions = planQuestions(options, platform.waysUnder(options.fault), random);
  const clock = createSkippableClock();
  const environment = await platform.startEnvironment({ ...options, clock, random, questions });
  try {
    const askers = await Promise.all(questions.map(environment.prepareAsker));
    const watch = watchAnswers(askers);
    const isAnswered = (asker: Asker) =>
      asker.countAnswers() > (options.knowledge.apologies.some(asker.hasSeen) ? 1 : 0);
    const [taken] = await Promise.all([
      Promise.all(askers.map((asker) => askUntilTaken(asker, random))),
      environment.injectFaults(),
    ]);
    if (options.fault.mayApologise) await waitUntil(lateAnswerMs, () => askers.every(isAnswered));
    await environment.waitUntilIdle();
    const answeredAt = watch.stop();
    return askers.flatMap((asker, index) => {
      const { way, text } = questions[index] ?? {};
      const { failed, askedAt, acknowledgedMs } = taken[index] ?? {};
      if (way === undefined || text === undefined || failed === undefined || askedAt === undefined) return [];
      const seenAt = answeredAt[index];
      return [
        {
          way,
          text,
          acknowledgedMs: acknowledgedMs ?? 0,
          ...(seenAt !== undefined && { answeredMs: Math.max(0, seenAt - askedAt) }),
          ...judge(asker, failed, options),
        },
      ];
    });
  } finally {
    await environment.close();
  }
}

/** Distinct questions, spread evenly over the ways to ask. */
function planQuestions(
  { questionCount, knowledge }: RoundOptions<SoakFault>,
  ways: readonly string[],
  random: Random,
): readonly PlannedQuestion[] {
  const texts: string[] = [];
  for (const text of shuffled(knowledge.phrases, random)) {
    if (texts.length === questionCount) break;
    // Some ways do not address the bot, which then answers only what is surely meant for it; a post says it twice.
    const isSure = [text, `${text}\n${text}`].every((said) =>
      wouldSpeak(knowledge.responder, said, "questions"),
    );
    if (isSure) texts.push(text);
  }
  return texts.map((text, index) => ({
    way: ways[index % ways.length] ?? "",
    text,
    name: `person-${index}`,
  }));
}

/** How long answers may come after an apology, in milliseconds: what could not be stored is tried every five seconds. */
const lateAnswerMs = 20_000;
const watchIntervalMs = 250;

/** Notes when each asker first sees an answer, to a quarter of a second. */
function watchAnswers(askers: readonly Asker[]) {
  const seenAt = new Map<number, number>();
  const look = () => {
    for (const [index, asker] of askers.entries())
      if (!seenAt.has(index) && asker.countAnswers() > 0) seenAt.set(index, Date.now());
  };
  const timer = setInterval(look, watchIntervalMs);
  return {
    stop: (): readonly (number | undefined)[] => {
      clearInterval(timer);
      look();
      return askers.map((_, index) => seenAt.get(index));
    },
  };
}

const maxAttempts = 30;

/** A question as the platform took it, perhaps after some attempts that failed. */
interface Taken {
  readonly failed: number;
  /** When the last attempt began. */
  readonly askedAt: number;
  readonly acknowledgedMs: number;
}

/** Asks, and repeats after a reported failure. */
async function askUntilTaken(asker: Asker, random: Random): Promise<Taken> {
  await pause(random);
  let slowest = 0;
  for (let failed = 0; ; failed++) {
    const askedAt = Date.now();
    const outcome = failed === maxAttempts ? "taken" : await asker.ask();
    slowest = Math.max(slowest, Date.now() - askedAt);
    if (outcome === "taken") return { failed, askedAt, acknowledgedMs: slowest };
    await pause(random);
    await pause(random);
  }
}

type Judgement = SoakVerdict extends infer V
  ? V extends SoakVerdict
    ? Omit<V, "way" | "text" | keyof Times>
    : never
  : never;

function judge(
  asker: Asker,
  failed: number,
  { knowledge: { apologies }, fault: { mayApologise = false } }: RoundOptions<SoakFault>,
): Judgement {
  const hasApology = apologies.some(asker.hasSeen);
  // An apology may be followed by the answer, once there is one.
  const answers = asker.countAnswers() - (mayApologise && hasApology && asker.countAnswers() > 1 ? 1 : 0);
  const attempts = Math.min(failed + 1, maxAttempts);
  const isOnce = answers === 1 || (answers > 1 && answers <= attempts);
  if (isOnce && mayApologise) return { kind: hasApology && asker.countAnswers() === 1 ? "told" : "answered" };
  if (isOnce) return { kind: hasApology ? "apologised" : "answered" };
  if (answers > 1) return unlessExcused("doubled", asker);
  if (failed === maxAttempts) return { kind: "told" };
  return unlessExcused("lost", asker);
}

function unlessExcused(kind: "lost" | "doubled", asker: Asker): Judgement {
  const because = asker.excuse(kind);
  return because === undefined ? { kind } : { kind: "excused", because: `${kind}: ${because}` };
}
