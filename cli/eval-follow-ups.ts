import { platforms } from "../adapters/platforms.ts";
import { readCoreConfig } from "../src/app/config.ts";
import { createResponder } from "../src/conversation/responder.ts";
import { type FollowUp, type FollowUpVerdict, judgeFollowUp } from "../src/evaluation/follow-ups.ts";
import { loadWithModel } from "../src/learning/load-with-model.ts";
import { readFollowUpList } from "./shared/read-follow-up-list.ts";
import { type Command, runIfStarted, UsageError } from "./shared/run-command.ts";
import { callOf, readArguments } from "./shared/usage.ts";

const usage = {
  command: "eval-follow-ups",
  given: "FILE.jsonl [--misses]",
  options: { misses: { type: "boolean", default: false, means: "lists those whose reaction is wrong" } },
  maxWords: 1,
} as const;

/** Measures how often the reaction to what people write after an answer is right. */
export const evaluateFollowUps: Command = async ({ arguments: given, environment, print, printError }) => {
  const { values, positionals } = readArguments(usage, given);
  const [file] = positionals;
  if (file === undefined) throw new UsageError(`which file of follow-ups? ${callOf(usage)}`);
  const followUps = readFollowUpList(file, callOf(usage));
  const { KNOWLEDGE_DIR, DATA_DIR } = readCoreConfig(environment, platforms);
  const { knowledge, model } = await loadWithModel(
    { knowledgeFolder: KNOWLEDGE_DIR, dataFolder: DATA_DIR },
    printError,
  );
  const responder = createResponder(knowledge, model);
  const verdicts = followUps.map((followUp) => judgeFollowUp(responder, followUp));
  for (const one of values.misses ? verdicts.filter(({ isRight }) => !isRight) : []) print(describe(one));
  for (const [name, some] of groupsOf(verdicts)) print(showFigures(name, some));
};

await runIfStarted(import.meta.filename, evaluateFollowUps);

function describe({ followUp, reactions }: FollowUpVerdict): string {
  const { id, after, text, expects } = followUp;
  return `${id}  ${after}: ${text}\n    ${reactions.join(", ") || "silence"}; right: ${expects.join(", ")}`;
}

function groupsOf(
  verdicts: readonly FollowUpVerdict[],
): readonly (readonly [string, readonly FollowUpVerdict[]])[] {
  const by = (name: (one: FollowUp) => string) =>
    [...new Set(verdicts.map(({ followUp }) => name(followUp)))].map(
      (wanted) => [wanted, verdicts.filter(({ followUp }) => name(followUp) === wanted)] as const,
    );
  return [["all", verdicts], ...by(({ locale }) => locale), ...by(({ kind }) => kind)];
}

function showFigures(name: string, verdicts: readonly FollowUpVerdict[]): string {
  const share = (right: number) => `${((100 * right) / verdicts.length).toFixed(1)}%`.padStart(7);
  const right = share(verdicts.filter(({ isRight }) => isRight).length);
  const first = share(verdicts.filter(({ isFirstRight }) => isFirstRight).length);
  return `${name.padEnd(12)} ${String(verdicts.length).padStart(4)}  right ${right}  the first thing right ${first}`;
}
