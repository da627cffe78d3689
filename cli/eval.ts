import { existsSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { z } from "zod";
import { platforms } from "../adapters/platforms.ts";
import { readCoreConfig } from "../src/app/config.ts";
import { crossValidate } from "../src/evaluation/cross-validate.ts";
import { createJudge, outOfScope, type Question, toLabel, type Verdict } from "../src/evaluation/judge.ts";
import { toJson, toText } from "../src/evaluation/show-figures.ts";
import type { Knowledge } from "../src/knowledge/knowledge.ts";
import { loadWithModel } from "../src/learning/load-with-model.ts";
import { createMatcher } from "../src/matching/matcher.ts";
import { type Command, runIfStarted, UsageError } from "./shared/run-command.ts";

const usage = "npm run eval -- FILE.jsonl [--knowledge DIR] [--json], or npm run eval -- --cross-validate";
/** Folds of the cross-validation. */
const folds = 5;
const questionSchema = z.object({
  text: z.string(),
  lang: z.string().default("all"),
  labels: z.array(z.string()).min(1),
});

export const evaluate: Command = async ({ arguments: given, environment, print, printError }) => {
  const { values, positionals } = parseArgs({
    args: [...given],
    options: {
      knowledge: { type: "string" },
      json: { type: "boolean", default: false },
      "cross-validate": { type: "boolean", default: false },
    },
    allowPositionals: true,
  });
  const [file, ...others] = positionals;
  if ((file === undefined) !== values["cross-validate"] || others.length > 0)
    throw new UsageError(`either one file or --cross-validate: ${usage}`);
  const config = readCoreConfig(environment, platforms);
  const folders = { knowledgeFolder: values.knowledge ?? config.KNOWLEDGE_DIR, dataFolder: config.DATA_DIR };
  const { knowledge, model } = await loadWithModel(folders, printError);
  const verdicts =
    file === undefined
      ? crossValidate({ knowledge, calibration: model.calibration, folds })
      : judgeAll(readQuestions(file, knowledge), knowledge, createMatcher(knowledge, model));
  print(values.json ? JSON.stringify(toJson(verdicts), undefined, 2) : toText(verdicts));
};

await runIfStarted(import.meta.filename, evaluate);

function judgeAll(
  questions: readonly Question[],
  knowledge: Knowledge,
  match: ReturnType<typeof createMatcher>,
): readonly Verdict[] {
  const judge = createJudge(knowledge);
  return questions.map((question) => judge(question, match(question.text)));
}

function readQuestions(file: string, knowledge: Knowledge): readonly Question[] {
  if (!existsSync(file)) throw new UsageError(`no such file: ${file}`);
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line, index) => {
      if (!line.trim()) return [];
      const { text, lang, labels } = readQuestion(line, `${file}:${index + 1}`);
      const known = labels.map((label) => {
        const counted = toLabel(knowledge, label);
        if (counted !== undefined) return counted;
        throw new UsageError(`${file}:${index + 1}: no entry "${label}", and not ${outOfScope}`);
      });
      return [{ text, labels: [...new Set(known)], language: lang }];
    });
}

function readQuestion(line: string, place: string): z.infer<typeof questionSchema> {
  try {
    return questionSchema.parse(JSON.parse(line));
  } catch (cause) {
    throw new UsageError(`${place} is no {"text": ..., "lang": ..., "labels": [...]}: ${usage}`, { cause });
  }
}
