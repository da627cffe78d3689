import { writeFileSync } from "node:fs";
import path from "node:path";
import { platforms } from "../adapters/platforms.ts";
import { readCoreConfig } from "../src/app/config.ts";
import { createResponder } from "../src/conversation/responder.ts";
import { fitKinds } from "../src/evaluation/fit-kinds.ts";
import { toKindExample } from "../src/evaluation/follow-ups.ts";
import { loadWithModel } from "../src/learning/load-with-model.ts";
import { projectRoot } from "../src/lib/built-program.ts";
import { readFollowUpList } from "./shared/read-follow-up-list.ts";
import { type Command, runIfStarted, UsageError } from "./shared/run-command.ts";

const usage = "npm run fit:follow-ups -- FILE.jsonl ...";
const target = "src/conversation/follow-ups/kind-weights.ts";

/** Fits what tells the kinds of follow-ups apart to labelled ones, and writes it into the sources. */
export const fitFollowUps: Command = async ({ arguments: given, environment, print, printError }) => {
  if (given.length === 0 || given.some((one) => one.startsWith("-")))
    throw new UsageError(`files of labelled follow-ups: ${usage}`);
  const followUps = given.flatMap((file) => readFollowUpList(file, usage));
  const { KNOWLEDGE_DIR, DATA_DIR } = readCoreConfig(environment, platforms);
  const { knowledge, model } = await loadWithModel(
    { knowledgeFolder: KNOWLEDGE_DIR, dataFolder: DATA_DIR },
    printError,
  );
  const responder = createResponder(knowledge, model);
  const examples = followUps.flatMap((followUp) => toKindExample(responder, followUp) ?? []);
  const weights = JSON.stringify(fitKinds(examples), null, 2);
  writeFileSync(
    path.join(projectRoot, target),
    `// biome-ignore-all lint/suspicious/noApproximativeNumericConstant: these numbers are fitted
import type { KindWeights } from "./kinds.ts";

/** Written by \`npm run fit:follow-ups\`, from ${examples.length} labelled follow-ups. */
export const kindWeights: KindWeights = ${weights};
`,
  );
  print(`Fitted to ${examples.length} follow-ups: ${target}. Then: npm run format`);
};

await runIfStarted(import.meta.filename, fitFollowUps);
