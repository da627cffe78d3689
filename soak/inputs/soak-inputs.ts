import { prepareKnowledge } from "../knowledge.ts";
import { toInputReport } from "./report.ts";
import { type InputRun, runInputs } from "./run-inputs.ts";

const progressInterval = 5000;

/** Generates inputs for the whole assistant, and prints what came of them. */
export async function soakInputs(options: {
  readonly count: number;
  readonly seed: number;
}): Promise<InputRun> {
  const knowledge = await prepareKnowledge();
  const onProgress = (done: number) => {
    if (done % progressInterval === 0) console.log(`${done} inputs`);
  };
  const run = await runInputs({ ...options, knowledge, onProgress });
  console.log(toInputReport(run));
  return run;
}
