import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { type Dataset, type LabelledText, toIntents, toQuestion } from "./dataset.ts";
import { createRandom, shuffled } from "./random.ts";

const labelledSchema = z.object({ text: z.string(), intent: z.string() });
const phrasesPerIntent = 10;

/** A published set of questions, from which each seed draws a dataset. */
export interface PublicDataset {
  readonly name: string;
  sample(seed: number): Dataset;
}

/**
 * BANKING77 and CLINC150, read from a folder with JSON lines of text and intent: banking77.{train,test}.jsonl and
 * clinc150.{train,test,oos_test}.jsonl.
 */
export function readPublicDatasets(folder: string): readonly PublicDataset[] {
  const read = (name: string) => readLabelled(path.join(folder, `${name}.jsonl`));
  return [
    createPublicDataset("BANKING77", read("banking77.train"), read("banking77.test"), []),
    createPublicDataset("CLINC150", read("clinc150.train"), read("clinc150.test"), read("clinc150.oos_test")),
  ];
}

function readLabelled(file: string): readonly LabelledText[] {
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.filter((line) => line.trim()).map((line) => labelledSchema.parse(JSON.parse(line)));
}

function createPublicDataset(
  name: string,
  train: readonly LabelledText[],
  test: readonly LabelledText[],
  outOfScope: readonly LabelledText[],
): PublicDataset {
  return {
    name,
    sample(seed) {
      const random = createRandom(seed);
      const intents = toIntents(shuffled(train, random)).map(({ id, phrases }) => ({
        id,
        phrases: phrases.slice(0, phrasesPerIntent),
      }));
      return {
        intents,
        questions: shuffled(test, random).map((labelled) => toQuestion(labelled, name, random)),
        outOfScope: shuffled(outOfScope, random).map(({ text }) => text),
      };
    },
  };
}
