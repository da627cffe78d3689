import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { createRandom, shuffled } from "./random.ts";
import { type Labelled, type Trial, toIntents, toQuestion } from "./trial.ts";

const labelledSchema = z.object({ text: z.string(), intent: z.string() });
const phrasesPerIntent = 10;

/** A set of questions that others have published, as a trial for each seed. */
export interface PublicSet {
  readonly name: string;
  draw(seed: number): Trial;
}

/**
 * BANKING77 and CLINC150 in a folder, as JSON lines of text and intent: banking77.{train,test}.jsonl and
 * clinc150.{train,test,oos_test}.jsonl.
 */
export function readPublicSets(folder: string): readonly PublicSet[] {
  const read = (name: string) => readLabelled(path.join(folder, `${name}.jsonl`));
  return [
    createSet("BANKING77", read("banking77.train"), read("banking77.test"), []),
    createSet("CLINC150", read("clinc150.train"), read("clinc150.test"), read("clinc150.oos_test")),
  ];
}

function readLabelled(file: string): readonly Labelled[] {
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.filter((line) => line.trim()).map((line) => labelledSchema.parse(JSON.parse(line)));
}

function createSet(
  name: string,
  train: readonly Labelled[],
  test: readonly Labelled[],
  foreign: readonly Labelled[],
): PublicSet {
  return {
    name,
    draw(seed) {
      const random = createRandom(seed);
      const intents = toIntents(shuffled(train, random)).map(({ id, phrases }) => ({
        id,
        phrases: phrases.slice(0, phrasesPerIntent),
      }));
      return {
        intents,
        questions: shuffled(test, random).map((labelled) => toQuestion(labelled, name, random)),
        foreign: shuffled(foreign, random).map(({ text }) => text),
      };
    },
  };
}
