import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { platforms } from "../adapters/platforms.ts";
import { readCoreConfig } from "../src/app/config.ts";
import { createResponder } from "../src/conversation/responder.ts";
import type { Responder } from "../src/conversation/types.ts";
import { wouldSpeak } from "../src/conversation/would-speak.ts";
import { crossValidate } from "../src/evaluation/cross-validate.ts";
import { wentWrong } from "../src/evaluation/figures.ts";
import { createJudge, outOfScope, type Question, toLabel, type Verdict } from "../src/evaluation/judge.ts";
import { createVerdictsAt } from "../src/evaluation/move-cut.ts";
import { toJson, toText } from "../src/evaluation/show-figures.ts";
import { drawTradeOffs, tradeOffsOf } from "../src/evaluation/trade-off.ts";
import { triggerWords } from "../src/evaluation/trigger-words.ts";
import type { Knowledge } from "../src/knowledge/knowledge.ts";
import { loadWithModel } from "../src/learning/load-with-model.ts";
import { StartError } from "../src/lib/start-error.ts";
import type { Model } from "../src/matching/model.ts";
import type { Mode } from "../src/platform/incoming.ts";
import { readMode } from "./shared/mode-argument.ts";
import { type Command, runIfStarted, UsageError } from "./shared/run-command.ts";
import { callOf, readArguments } from "./shared/usage.ts";

const form = {
  command: "eval",
  given:
    "FILE.jsonl [--knowledge DIR] [--unasked MODE] [--json] [--curve FILE.svg], and --own-questions or --cross-validate in place of the file",
  options: {
    "own-questions": { type: "boolean", default: false, means: "the questions that come with the knowledge" },
    "cross-validate": { type: "boolean", default: false, means: "the phrases, each by a model without it" },
    knowledge: { type: "string", value: "DIR", means: "another folder of knowledge" },
    unasked: {
      type: "string",
      value: "MODE",
      means: "where a help channel with this mode would be answered",
    },
    json: { type: "boolean", default: false, means: "the figures as JSON" },
    curve: { type: "string", value: "FILE.svg", means: "draws what another cut-off would bring and cost" },
  },
  maxWords: 1,
} as const;
const usage = callOf(form);
/** Folds of the cross-validation. */
const folds = 5;
const questionSchema = z.object({
  text: z.string(),
  lang: z.string().default("all"),
  labels: z.array(z.string()).min(1),
});

export const evaluate: Command = async ({ arguments: given, environment, print, printError }) => {
  const { values, positionals } = readArguments(form, given);
  const [file] = positionals;
  const sources = [file !== undefined, values["own-questions"], values["cross-validate"]];
  if (sources.filter(Boolean).length !== 1)
    throw new UsageError(`one file, --own-questions or --cross-validate: ${usage}`);
  const mode = readMode(values.unasked);
  if (mode && values["cross-validate"])
    throw new UsageError(`--unasked goes with a file or --own-questions: ${usage}`);
  const { curve } = values;
  if (curve !== undefined && (!curve.endsWith(".svg") || values["cross-validate"]))
    throw new UsageError(`--curve is an .svg file, for a file of questions or --own-questions: ${usage}`);
  const config = readCoreConfig(environment, platforms);
  const folders = { knowledgeFolder: values.knowledge ?? config.KNOWLEDGE_DIR, dataFolder: config.DATA_DIR };
  const { knowledge, model } = await loadWithModel(folders, printError);
  const questions = file === undefined ? heldBackQuestions(knowledge) : readQuestions(file, knowledge);
  if (curve !== undefined) {
    writeFileSync(curve, drawCurve(questions, knowledge, model));
    print(`${curve} is written.`);
    return;
  }
  const verdicts = values["cross-validate"]
    ? crossValidate({ knowledge, calibration: model.calibration, folds })
    : judgeAll(questions, createResponder(knowledge, model), mode);
  print(values.json ? JSON.stringify(toJson(verdicts), undefined, 2) : toText(verdicts));
};

await runIfStarted(import.meta.filename, evaluate);

function judgeAll(
  questions: readonly Question[],
  responder: Responder,
  mode: Mode | undefined,
): readonly Verdict[] {
  const judge = createJudge(responder.knowledge);
  return questions.map((question) => {
    const verdict = judge(question, responder.match(question.text));
    const isBad = wentWrong([verdict]).length > 0;
    return {
      ...verdict,
      ...(mode && { speaks: wouldSpeak(responder, question.text, mode) }),
      ...(isBad && { triggers: triggerWords(question.text, responder.match) }),
    };
  });
}

/** What is won and lost as the cut `sureOurs` moves. */
function drawCurve(questions: readonly Question[], knowledge: Knowledge, model: Model): string {
  const verdictsAt = createVerdictsAt(questions, knowledge, model);
  const tradeOffs = tradeOffsOf(verdictsAt, model.calibration.cuts.sureOurs);
  if (tradeOffs.length > 0) return drawTradeOffs(tradeOffs);
  throw new StartError(`a curve needs questions of ours and of strangers (${outOfScope}) in one language`);
}

/** The pack's own questions that the matcher was not calibrated with. */
function heldBackQuestions(knowledge: Knowledge): readonly Question[] {
  return knowledge.questions
    .filter(({ isHeldBack }) => isHeldBack)
    .map(({ text, language, entries }) => ({
      text,
      language,
      labels: entries.length > 0 ? entries.map((id) => toLabel(knowledge, id) ?? id) : [outOfScope],
    }));
}

function readQuestions(file: string, knowledge: Knowledge): readonly Question[] {
  if (!existsSync(file)) throw new StartError(`no such file: ${file}`);
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line, index) => {
      if (!line.trim()) return [];
      const { text, lang, labels } = readQuestion(line, `${file}:${index + 1}`);
      const known = labels.map((label) => {
        const counted = toLabel(knowledge, label);
        if (counted !== undefined) return counted;
        throw new StartError(`${file}:${index + 1}: no entry "${label}", and not ${outOfScope}`);
      });
      return [{ text, labels: [...new Set(known)], language: lang }];
    });
}

function readQuestion(line: string, place: string): z.infer<typeof questionSchema> {
  try {
    return questionSchema.parse(JSON.parse(line));
  } catch (cause) {
    throw new StartError(`${place} is no {"text": ..., "lang": ..., "labels": [...]}: ${usage}`, { cause });
  }
}
