import { createRandom, type Random, shuffled } from "../bench/random.ts";
import { createLeapingClock } from "./clock.ts";
import type { Learned } from "./learned.ts";
import { pause } from "./pause.ts";
import type { Asker, Fault, PlannedQuestion, SoakPlatform } from "./stage.ts";

export interface RoundOrder<F extends Fault> {
  readonly fault: F;
  readonly transport: string;
  readonly questions: number;
  readonly seed: number;
  readonly learned: Learned;
}

/** What became of one question. */
export type Verdict = Pick<PlannedQuestion, "way" | "text"> &
  (
    | { readonly kind: "answered" | "apologised" | "lost" | "doubled" }
    /** The platform itself told who asked that it failed, each time they tried. */
    | { readonly kind: "told" }
    /** What can't be otherwise, and why. */
    | { readonly kind: "excused"; readonly because: string }
  );

/** One round: a new place, a new bot, some questions, and what goes wrong meanwhile. */
export async function playRound<F extends Fault>(
  platform: SoakPlatform<F>,
  order: RoundOrder<F>,
): Promise<readonly Verdict[]> {
  const random = createRandom(order.seed);
  const wanted = draw(order, platform.waysUnder(order.fault), random);
  const stage = await platform.open({ ...order, clock: createLeapingClock(), random, wanted });
  try {
    const askers = await Promise.all(wanted.map(stage.prepare));
    const [failures] = await Promise.all([
      Promise.all(askers.map((asker) => askAgain(asker, random))),
      stage.strike(),
    ]);
    await stage.settle();
    return askers.flatMap((asker, place) => {
      const { way, text } = wanted[place] ?? {};
      if (way === undefined || text === undefined) return [];
      return [{ way, text, ...judge(asker, failures[place] ?? 0, order.learned) }];
    });
  } finally {
    await stage.close();
  }
}

/** Different questions, asked in every way. */
function draw(
  { questions, learned }: RoundOrder<Fault>,
  ways: readonly string[],
  random: Random,
): readonly PlannedQuestion[] {
  const texts = shuffled(learned.phrases, random).slice(0, questions);
  return texts.map((text, index) => ({
    way: ways[index % ways.length] ?? "",
    text,
    name: `person-${index}`,
  }));
}

const triesAtMost = 30;

/** Asks, and again when the platform says that it failed; how many attempts failed. */
async function askAgain(asker: Asker, random: Random): Promise<number> {
  await pause(random);
  for (let failed = 0; failed < triesAtMost; failed++) {
    if ((await asker.ask()) === "taken") return failed;
    await pause(random);
    await pause(random);
  }
  return triesAtMost;
}

type Judged = Verdict extends infer V ? (V extends Verdict ? Omit<V, "way" | "text"> : never) : never;

function judge(asker: Asker, failed: number, { apologies }: Learned): Judged {
  const answers = asker.answers();
  const attempts = Math.min(failed + 1, triesAtMost);
  const isOnce = answers === 1 || (answers > 1 && answers <= attempts);
  if (isOnce) return { kind: apologies.some(asker.hasSeen) ? "apologised" : "answered" };
  if (answers > 1) return orExcused("doubled", asker);
  if (failed === triesAtMost) return { kind: "told" };
  return orExcused("lost", asker);
}

function orExcused(kind: "lost" | "doubled", asker: Asker): Judged {
  const because = asker.excuse(kind);
  return because === undefined ? { kind } : { kind: "excused", because: `${kind}: ${because}` };
}
