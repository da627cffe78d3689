import { brief } from "../tables.ts";
import { type Amount, compare, type Draw, type Pair, peopleAtOnce, warm, watchMemory } from "./measure.ts";
import { acknowledgedAt, addedAtMedian, countFailed, quantile, toMemory, toTimes } from "./report.ts";

const amounts: Readonly<Record<"quick" | "full", Amount>> = {
  quick: { blocks: 6, questions: 100, waves: 4, memory: 2000 },
  full: { blocks: 40, questions: 100, waves: 10, memory: 20_000 },
};

interface Wanted {
  /** What Signpost is held beside, in a word. */
  readonly bare: string;
  readonly isQuick: boolean;
  /** Who asks, and how, while the memory is watched. */
  readonly crowd: string;
}

/** Takes all times of a pair, and says what they are. */
export async function takeSection(pair: Pair, draw: Draw, { bare, isQuick, crowd }: Wanted): Promise<string> {
  const { blocks, questions, waves, memory } = amounts[isQuick ? "quick" : "full"];
  await warm(pair, draw);
  const one = await compare(pair, draw, { blocks, questions, people: 1 });
  const many = await compare(pair, draw, { blocks, questions: waves * peopleAtOnce, people: peopleAtOnce });
  const watched = await watchMemory(pair.signpost, draw, memory);
  const { overall, blocks: added } = addedAtMedian(one);
  return `One person at a time, ${blocks * questions} commands of each in ${blocks} blocks of each. **Added at the median: ${brief(overall)} ms**
(wanted: at most 1.5); block by block between ${brief(quantile(added, 0.1))} and ${brief(quantile(added, 0.9))} in four of five blocks. Until the answer is there:

${toTimes(one, "answered", bare)}

Until it is acknowledged:

${toTimes(one, "acknowledged", bare)}

${peopleAtOnce} people at once, ${blocks * waves} times of each. **p99 of the acknowledgement: ${brief(acknowledgedAt(0.99, many))} ms** (wanted: below 200). Until
it is acknowledged:

${toTimes(many, "acknowledged", bare)}

Until the answer is there:

${toTimes(many, "answered", bare)}

Memory of Signpost over ${watched.asked.toLocaleString("en")} further questions${crowd}, ${peopleAtOnce} at once; each of ${watched.memory.length} samples is taken after the garbage was collected:

${toMemory(watched)}

Not acknowledged, or not answered within 30 s: ${countFailed(one, bare)} (one person), ${countFailed(many, bare)}
(${peopleAtOnce} people), ${watched.failed} of Signpost (memory).`;
}
