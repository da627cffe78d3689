import { brief, ratio } from "../tables.ts";
import { addToHistory } from "./history.ts";
import {
  compare,
  type LoadAmounts,
  type MeasuredPair,
  type NextQuestions,
  peopleAtOnce,
  sampleMemory,
  warmUp,
  withCpu,
} from "./measure.ts";
import {
  acknowledgementQuantile,
  addedAtMedian,
  countFailed,
  quantile,
  ratioOfMedians,
  toMemoryTable,
  toTimesTable,
} from "./report.ts";

const amounts: Readonly<Record<"quick" | "full", LoadAmounts>> = {
  quick: { blocks: 6, questions: 100, waves: 4, memoryQuestions: 2000 },
  full: { blocks: 40, questions: 100, waves: 10, memoryQuestions: 20_000 },
};

interface SectionOptions {
  /** In the history: "slack HTTP". */
  readonly name: string;
  /** What the report calls the baseline, e.g. "bare Bolt". */
  readonly baselineName: string;
  readonly isQuick: boolean;
  /** Report text: who asks, and how, while the memory is sampled. */
  readonly crowd: string;
}

/** Measures a pair and reports the results as a section in Markdown. */
export async function runSection(
  pair: MeasuredPair,
  nextQuestions: NextQuestions,
  { name, baselineName, isQuick, crowd }: SectionOptions,
): Promise<string> {
  const { blocks, questions, waves, memoryQuestions } = amounts[isQuick ? "quick" : "full"];
  await warmUp(pair, nextQuestions);
  const { result: one, cpu } = await withCpu(pair, () =>
    compare(pair, nextQuestions, { blocks, questions, people: 1 }),
  );
  const many = await compare(pair, nextQuestions, {
    blocks,
    questions: waves * peopleAtOnce,
    people: peopleAtOnce,
  });
  const memoryRun = await sampleMemory(pair.signpost, nextQuestions, memoryQuestions);
  const { overall, blocks: added } = addedAtMedian(one);
  const perCommand = (cpuMs: number) => brief(cpuMs / (blocks * questions));
  addToHistory(name, isQuick, {
    onePerson: ratioOfMedians(one),
    manyPeople: ratioOfMedians(many),
    cpu: cpu.signpost / cpu.baseline,
    acknowledgedMs: acknowledgementQuantile(0.99, many),
    residentMb: (memoryRun.samples.at(-1)?.rss ?? 0) / 2 ** 20,
  });
  return `One person at a time, ${blocks * questions} commands of each in ${blocks} blocks of each. **Added at the median: ${brief(overall)} ms**
(wanted: at most 1.5); block by block between ${brief(quantile(added, 0.1))} and ${brief(quantile(added, 0.9))} in four of five blocks. Until the answer is there:

${toTimesTable(one, "answered", baselineName)}

CPU time of a whole command: ${perCommand(cpu.baseline)} ms of ${baselineName}, ${perCommand(cpu.signpost)} ms of Signpost: **${ratio(cpu.signpost, cpu.baseline)}**.

Until it is acknowledged:

${toTimesTable(one, "acknowledged", baselineName)}

${peopleAtOnce} people at once, ${blocks * waves} times of each. **p99 of the acknowledgement: ${brief(acknowledgementQuantile(0.99, many))} ms** (wanted: below 200). Until
it is acknowledged:

${toTimesTable(many, "acknowledged", baselineName)}

Until the answer is there:

${toTimesTable(many, "answered", baselineName)}

Memory of Signpost over ${memoryRun.asked.toLocaleString("en")} further questions${crowd}, ${peopleAtOnce} at once; each of ${memoryRun.samples.length} samples is taken after the garbage was collected:

${toMemoryTable(memoryRun)}

Not acknowledged, or not answered within 30 s: ${countFailed(one, baselineName)} (one person), ${countFailed(many, baselineName)}
(${peopleAtOnce} people), ${memoryRun.failed} of Signpost (memory).`;
}
