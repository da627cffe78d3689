import { createInterface } from "node:readline";
import { z } from "zod";
import { platforms } from "../adapters/platforms.ts";
import { readCoreConfig } from "../src/app/config.ts";
import { createResponder } from "../src/conversation/responder.ts";
import { wouldSpeak } from "../src/conversation/would-speak.ts";
import type { Knowledge } from "../src/knowledge/knowledge.ts";
import { loadWithModel } from "../src/learning/load-with-model.ts";
import { StartError } from "../src/lib/start-error.ts";
import { relateEntries } from "../src/matching/entry-relations.ts";
import type { Match } from "../src/matching/match.ts";
import { reachableEntries } from "../src/matching/reachable-entries.ts";
import { resolveChoices } from "../src/matching/resolve-choices.ts";
import { readLanguage } from "./shared/locale-argument.ts";
import { readMode } from "./shared/mode-argument.ts";
import { type Command, runIfStarted } from "./shared/run-command.ts";
import { callOf, readArguments } from "./shared/usage.ts";

const usage = {
  command: "match",
  given: "[--knowledge DIR] [--languages en] [--unasked MODE] < questions.jsonl > matches.jsonl",
  options: {
    knowledge: { type: "string", value: "DIR", means: "another folder of knowledge" },
    languages: { type: "string", value: "LIST", means: "only these languages, with commas between" },
    unasked: {
      type: "string",
      value: "MODE",
      means: "whether a help channel with this mode would be answered",
    },
  },
  notes: 'A question is a line as {"id": 1, "text": "no code on my phone"}.',
} as const;
const questionSchema = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

export const match: Command = async ({ arguments: given, environment, input, print, printError }) => {
  const { values } = readArguments(usage, given);
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
    throw new StartError(`line ${number} is no {"id": ..., "text": ...}: ${callOf(usage)}`, { cause });
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
