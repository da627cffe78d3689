import { platforms } from "../adapters/platforms.ts";
import { renderAnswer, renderText } from "../adapters/terminal/render.ts";
import type { Fact } from "../src/answer/fact.ts";
import { readCoreConfig } from "../src/app/config.ts";
import { createResponder } from "../src/conversation/responder.ts";
import { newState } from "../src/conversation/state.ts";
import type { Knowledge } from "../src/knowledge/knowledge.ts";
import { loadWithModel } from "../src/learning/load-with-model.ts";
import { readLocale } from "./shared/locale-argument.ts";
import { type Command, runIfStarted, UsageError } from "./shared/run-command.ts";
import { callOf, readArguments } from "./shared/usage.ts";

const usage = {
  command: "ask",
  given: '[--locale en] [--json] "question"',
  options: {
    locale: { type: "string", value: "LANGUAGE", means: "the language, where the question tells none" },
    json: { type: "boolean", default: false, means: "the answer, its outcome and the candidates as JSON" },
  },
  maxWords: Number.POSITIVE_INFINITY,
} as const;

export const ask: Command = async ({ arguments: given, environment, print, printError }) => {
  const { values, positionals } = readArguments(usage, given);
  if (positionals.length === 0) throw new UsageError(`no question: ${callOf(usage)}`);
  const text = positionals.join(" ");

  const config = readCoreConfig(environment, platforms);
  const locale = readLocale(values.locale, config);
  const folders = { knowledgeFolder: config.KNOWLEDGE_DIR, dataFolder: config.DATA_DIR };
  const { knowledge, model } = await loadWithModel(folders, printError);
  const responder = createResponder(knowledge, model);
  const { reply, facts } = responder.converse(newState, {
    input: { kind: "question", text, hasPicture: false },
    id: "asked",
    address: { adapter: "terminal", data: "" },
    person: "you",
    now: Date.now(),
    addressed: true,
    place: "private",
    locale,
  });
  if (reply.kind !== "answer") return;
  const toJson = () => ({
    ...outcomeOf(facts, knowledge),
    candidates: responder.match(text).candidates.slice(0, 10),
    text: renderText(reply.answer),
    buttons: reply.answer.buttons.map(({ label }) => label),
  });
  print(values.json ? JSON.stringify(toJson()) : renderAnswer(reply.answer));
};

await runIfStarted(import.meta.filename, ask);

/** The outcome of the question, by the facts that the conversation recorded. */
function outcomeOf(
  facts: readonly Fact[],
  knowledge: Knowledge,
): { readonly outcome: string; readonly entry?: string } {
  for (const fact of facts) {
    if (fact.kind === "answered") {
      const outcome = knowledge.find(fact.entry)?.kind === "choice" ? "choice" : "answer";
      return { outcome, entry: fact.entry };
    }
    if (fact.kind === "suggested") return { outcome: "suggest" };
  }
  return { outcome: "decline" };
}
