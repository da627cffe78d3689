import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { z } from "zod";
import { platforms } from "../adapters/platforms.ts";
import { readCoreConfig } from "../src/app/config.ts";
import { createResponder } from "../src/conversation/responder.ts";
import { wouldSpeak } from "../src/conversation/would-speak.ts";
import type { Knowledge } from "../src/knowledge/knowledge.ts";
import { loadWithModel } from "../src/learning/load-with-model.ts";
import { relateEntries } from "../src/matching/entry-relations.ts";
import type { Match } from "../src/matching/match.ts";
import { reachableEntries } from "../src/matching/reachable-entries.ts";
import { resolveChoices } from "../src/matching/resolve-choices.ts";
import { readLanguage } from "./shared/locale-argument.ts";
import { readMode } from "./shared/mode-argument.ts";
import { type Command, runIfStarted, UsageError } from "./shared/run-command.ts";

const usage =
  "npm run --silent match -- [--knowledge DIR] [--languages en] [--unasked MODE] < questions.jsonl > matches.jsonl";
const questionSchema = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

export const match: Command = async ({ arguments: given, environment, input, print, printError }) => {
  const { values } = parseArgs({
    args: [...given],
    options: { knowledge: { type: "string" }, languages: { type: "string" }, unasked: { type: "string" } },
  });
  const config = readCoreConfig(environment, platforms);
  const folders = { knowledgeFolder: values.knowledge ?? config.KNOWLEDGE_DIR, dataFolder: config.DATA_DIR };
  const languages = values.languages?.split(",").map((one) => readLanguage(one, folders.knowledgeFolder));
  const { knowledge, model } = await loadWithModel(
    { ...folders, ...(languages && { languages }) },
    printError,
  );
  const mode = readMode(values.unasked);
  const responder = createResponder(knowledge, model);

  let number = 0;
  for await (const line of createInterface({ input })) {
    number += 1;
    if (!line.trim()) continue;
    const { id, text } = readQuestion(line, number);
    const speaks = mode && { speaks: wouldSpeak(responder, text, mode) };
    print(JSON.stringify({ id, ...toOutput(responder.match(text), knowledge), ...speaks }));
  }
};

await runIfStarted(import.meta.filename, match);

function readQuestion(line: string, number: number): z.infer<typeof questionSchema> {
  try {
    return questionSchema.parse(JSON.parse(line));
  } catch (cause) {
    throw new UsageError(`line ${number} is no {"id": ..., "text": ...}: ${usage}`, { cause });
  }
}

function toOutput(match: Match, knowledge: Knowledge): object {
  const { outcome } = match;
  const candidates = resolveChoices(match.candidates, relateEntries(knowledge.entries, knowledge.home));
  switch (outcome) {
    case "answer":
      return { outcome, entry: match.entry, candidates };
    case "choice":
      return { outcome, entry: match.entry, options: reachableEntries(match, knowledge), candidates };
    case "suggest":
      return { outcome, options: reachableEntries(match, knowledge), candidates };
    case "decline":
      return { outcome, candidates };
  }
}
