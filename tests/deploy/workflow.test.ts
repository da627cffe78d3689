import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { summarise } from "../nodes/summarise.ts";
import { nodeVersions } from "../nodes/versions.ts";

const root = path.join(import.meta.dirname, "..", "..");
const step = z.object({ uses: z.string(), with: z.unknown() }).or(z.strictObject({ run: z.string() }));
const job = z.strictObject({
  "runs-on": z.literal("ubuntu-latest"),
  "timeout-minutes": z.number(),
  strategy: z
    .object({ "fail-fast": z.literal(false), matrix: z.object({ node: z.array(z.number()) }) })
    .optional(),
  container: z.string().optional(),
  steps: z.array(step),
});
const workflow = z
  .object({ permissions: z.unknown(), jobs: z.object({ test: job, image: job }) })
  .parse(parse(readFileSync(path.join(root, ".github", "workflows", "ci.yml"), "utf8")));

describe("the workflow", () => {
  it("may read the repository and nothing more", () => {
    expect(workflow.permissions).toEqual({ contents: "read" });
  });

  it("runs .ci/run under every version of Node.js that is supported", () => {
    const { test } = workflow.jobs;
    expect(test.strategy?.matrix.node).toEqual([...nodeVersions]);
    expect(test.container).toMatch(/^node:\$\{\{ matrix\.node \}\}-\w+$/);
    expect(test.steps.at(-1)).toEqual({ run: ".ci/run" });
  });

  it("uses nobody's action but at a commit", () => {
    const used = Object.values(workflow.jobs).flatMap(({ steps }) =>
      steps.flatMap((each) => ("uses" in each ? [each.uses] : [])),
    );
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((name) => !/@[0-9a-f]{40}$/.test(name))).toEqual([]);
  });
});

describe("npm run test:nodes", () => {
  const report = (passed: number, failed: number) =>
    JSON.stringify({ numPassedTests: passed, numFailedTests: failed, numPendingTests: 1 });

  it("begins with the oldest version that package.json allows", () => {
    const { engines } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
    expect(engines.node).toMatch(new RegExp(`^>=${nodeVersions[0]}\\.`));
  });

  it.each([
    [0, report(3, 0), "Node.js 24: 3 passed, 0 failed, 1 skipped", true],
    [1, report(2, 1), "Node.js 24: 2 passed, 1 failed, 1 skipped", false],
    [1, report(3, 0), "Node.js 24: 3 passed, 0 failed, 1 skipped, ended with 1", false],
    [null, undefined, "Node.js 24: did not run", false],
  ])("after an end with %s sums up %s", (status, text, line, isPassed) => {
    expect(summarise(24, status, text)).toEqual({ line, isPassed });
  });
});
