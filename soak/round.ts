import { createRandom, type Random, shuffled } from "../bench/random.ts";
import { wouldSpeak } from "../src/conversation/would-speak.ts";
import type { SoakKnowledge } from "./knowledge.ts";
import { pause } from "./pause.ts";
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
  (
    | { readonly kind: "answered" | "apologised" | "lost" | "doubled" }
    /** The platform reported a failure to the person at every attempt. */
    | { readonly kind: "told" }
    /** Lost or doubled for a known, unavoidable reason. */
    | { readonly kind: "excused"; readonly because: string }
  );

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
    const [failures] = await Promise.all([
      Promise.all(askers.map((asker) => askUntilTaken(asker, random))),
      environment.injectFaults(),
    ]);
    await environment.waitUntilIdle();
    return askers.flatMap((asker, index) => {
      const { way, text } = questions[index] ?? {};
      if (way === undefined || text === undefined) return [];
      return [{ way, text, ...judge(asker, failures[index] ?? 0, options.knowledge) }];
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
    // Some ways do not address the bot, which then answers only what is surely meant for it.
    if (wouldSpeak(knowledge.responder, text, "questions")) texts.push(text);
  }
  return texts.map((text, index) => ({
    way: ways[index % ways.length] ?? "",
    text,
    name: `person-${index}`,
  }));
}

const maxAttempts = 30;

/** Asks, and repeats after a reported failure. Returns how many attempts failed. */
async function askUntilTaken(asker: Asker, random: Random): Promise<number> {
  await pause(random);
  for (let failed = 0; failed < maxAttempts; failed++) {
    if ((await asker.ask()) === "taken") return failed;
    await pause(random);
    await pause(random);
  }
  return maxAttempts;
}

type Judgement = SoakVerdict extends infer V
  ? V extends SoakVerdict
    ? Omit<V, "way" | "text">
    : never
  : never;

function judge(asker: Asker, failed: number, { apologies }: SoakKnowledge): Judgement {
  const answers = asker.countAnswers();
  const attempts = Math.min(failed + 1, maxAttempts);
  const isOnce = answers === 1 || (answers > 1 && answers <= attempts);
  if (isOnce) return { kind: apologies.some(asker.hasSeen) ? "apologised" : "answered" };
  if (answers > 1) return unlessExcused("doubled", asker);
  if (failed === maxAttempts) return { kind: "told" };
  return unlessExcused("lost", asker);
}

function unlessExcused(kind: "lost" | "doubled", asker: Asker): Judgement {
  const because = asker.excuse(kind);
  return because === undefined ? { kind } : { kind: "excused", because: `${kind}: ${because}` };
}
