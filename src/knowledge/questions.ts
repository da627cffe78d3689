import path from "node:path";
import { z } from "zod";
import { toWords } from "../lib/normalise.ts";
import type { Fault } from "./fault.ts";
import { filesIn, readLines } from "./read-files.ts";
import { type LineOf, readYaml } from "./read-yaml.ts";

/** A question as somebody would write it, to calibrate the matcher with. */
export interface LabelledQuestion {
  readonly text: string;
  /** The name of its file, without the extension. */
  readonly language: string;
  /** The entries that answer it, several where its words leave that open; none for a stranger's question. */
  readonly entries: readonly string[];
  /** Kept out of the calibration, so that it can measure it. */
  readonly isHeldBack: boolean;
}

/** One question in so many is held back. */
const heldBackEvery = 4;

const texts = z.array(
  z
    .string("a question is text: put it in quotes")
    .trim()
    .max(4000, "a question is at most 4,000 characters")
    .regex(/[\p{L}\p{N}]/u, "must hold a word"),
  "give a list of questions",
);
const questionsSchema = z.strictObject({
  ours: z.record(z.string(), texts).default({}),
  strangers: z.record(z.string(), texts).default({}),
});

/** A question with its place, for faults about it. */
export interface PlacedQuestion extends LabelledQuestion {
  readonly file: string;
  readonly line: number;
}

export interface QuestionsReading {
  readonly questions: readonly PlacedQuestion[];
  readonly faults: readonly Fault[];
}

/** Reads the files in folders called `questions`, one a language. */
export function readQuestions(folder: string): QuestionsReading {
  const faults: Fault[] = [];
  const questions = filesIn("questions", folder).flatMap((file) => {
    const { value, faults: own, lineOf } = readYaml({ file, text: readLines(file) }, questionsSchema);
    faults.push(...own);
    return value ? toQuestions(value, file, lineOf) : [];
  });
  const seen = new Set<string>();
  for (const { text, file, line } of questions) {
    const words = toWords(text).join(" ");
    if (seen.has(words)) faults.push({ file, line, message: `this question stands twice: "${text}"` });
    seen.add(words);
  }
  return { questions, faults };
}

function toQuestions(
  { ours, strangers }: z.infer<typeof questionsSchema>,
  file: string,
  lineOf: LineOf,
): readonly PlacedQuestion[] {
  const language = path.basename(file, ".yaml");
  const lists = [
    ...Object.entries(ours).map(([key, texts]) => ({
      path: ["ours", key],
      texts,
      entries: key.split(",").map((id) => id.trim()),
    })),
    ...Object.entries(strangers).map(([key, texts]) => ({ path: ["strangers", key], texts, entries: [] })),
  ];
  return lists.flatMap((list) =>
    list.texts.map((text, index) => ({
      text,
      language,
      entries: list.entries,
      isHeldBack: index % heldBackEvery === heldBackEvery - 1,
      file,
      line: lineOf([...list.path, index]),
    })),
  );
}
