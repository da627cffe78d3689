import { beforeAll, describe, expect, it } from "vitest";
import { type InputRun, runInputs } from "../../soak/inputs/run-inputs.ts";
import { prepareKnowledge } from "../../soak/knowledge.ts";
import { propertyRuns } from "../support/property-runs.ts";

describe("generated inputs through the whole assistant", () => {
  const runs: InputRun[] = [];
  beforeAll(async () => {
    const knowledge = await prepareKnowledge();
    for (const seed of [1, 2, 3]) runs.push(await runInputs({ knowledge, count: propertyRuns(300), seed }));
  });

  it("make nothing fail, whatever is written, pressed or submitted, and wherever", () => {
    expect(runs.flatMap(({ faults }) => faults)).toEqual([]);
  });

  it("reach every kind of reply, and the team", () => {
    const kinds = new Set(runs.flatMap(({ replies }) => [...replies.keys()]));
    expect([...kinds]).toEqual(expect.arrayContaining(["answer", "form", "invalid"]));
    expect(runs.some(({ posts }) => posts > 0)).toBe(true);
  });
});
