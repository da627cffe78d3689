import { availableParallelism } from "node:os";
import { type AccuracyOptions, toOwnTable, toPublicTable } from "./accuracy-tables.ts";
import { foldCount } from "./own-dataset.ts";
import { readPublicDatasets } from "./public-datasets.ts";
import { measureGrowth, toGrowthTable, toHostileTable, toTimesTable } from "./time-tables.ts";

interface MatcherBenchOptions {
  /** The folder with the public datasets. */
  readonly questions: string | undefined;
  /** Draws of each public dataset, and folds of our own knowledge as far as there are so many. */
  readonly seeds: number;
  readonly isQuick: boolean;
}

/** Compares our matcher with others. Shows each section of the report as soon as it is measured. */
export async function benchMatcher(
  { questions, seeds, isQuick }: MatcherBenchOptions,
  show: (section: string) => void,
): Promise<void> {
  const accuracy: AccuracyOptions = isQuick
    ? { seeds: 1, folds: 1, maxQuestions: 300 }
    : { seeds, folds: Math.min(seeds, foldCount), maxQuestions: Number.POSITIVE_INFINITY };

  show(`# Signpost's matcher beside others

${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${availableParallelism()} CPUs.

Repeat it with \`npm run bench\`, or \`npm run bench -- --questions DIR\` where DIR holds
banking77.{train,test}.jsonl and clinc150.{train,test,oos_test}.jsonl (lines of {"text", "intent"}). That asks one
draw of the public sets and one of the five folds of our own knowledge; \`--seeds 5\` asks five of each, for firmer
figures in five times the time. \`--quick\` tries everything on little and writes nothing.

All engines learn the same phrases and nothing else: ours goes without its synonyms and choices. Accuracy is
the percentage of questions for which what was meant is ranked first, or among the first three; typos are one
random edit in a fifth of the words. The two settings of fuse.js are slow and are asked a sample ("asked").`);

  show(`## Our own knowledge

By phrase, ${accuracy.folds} of ${foldCount} folds: each phrase is asked by an engine that has not read it. Phrases of an entry
are written to be unlike each other, so this is harder than real questions are.

${await toOwnTable(accuracy)}`);

  for (const dataset of questions ? readPublicDatasets(questions) : []) {
    show(`## ${dataset.name}

Ten phrases for each intent, drawn by seed; the mean over the seeds. AUROC: how well the score of the best
tells its questions from foreign ones, where the set has such (50 is chance).

${await toPublicTable(dataset, accuracy)}`);
  }

  const growth = await measureGrowth();
  show(`## Time and memory

For the first fold of our own knowledge; the questions are the phrases held back, each engine in a process of
its own. Memory is heap and external after learning, less what was in use before. Slow engines are stopped after
half a minute ("asked").

${toTimesTable(growth)}

## Growth

Ten times the phrases: each with nine variations (a word left out or mistyped), in the same entries.

${toGrowthTable(growth)}

## Hostile questions

How long one question blocks the process; it is ended after a minute.

${await toHostileTable()}`);
}
