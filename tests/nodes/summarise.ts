import { z } from "zod";

/** What vitest writes, as far as it is counted. */
const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
});

/**
 * One line about the tests under one version of Node.js.
 * @param status what vitest ended with; null if it could not be started
 * @param report its report in JSON; undefined if it wrote none
 */
export function summarise(version: number, status: number | null, report: string | undefined) {
  const name = `Node.js ${version}`;
  if (report === undefined) return { line: `${name}: did not run`, isPassed: false };
  const { numPassedTests, numFailedTests, numPendingTests } = reportSchema.parse(JSON.parse(report));
  const counts = `${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped`;
  const isPassed = status === 0 && numFailedTests === 0;
  return {
    line: `${name}: ${counts}${isPassed || numFailedTests > 0 ? "" : `, ended with ${status}`}`,
    isPassed,
  };
}
