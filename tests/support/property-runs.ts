/**
 * How many cases a property is tried with. Every run of the suite draws the few that the test asks for; TEST_RUNS in the
 * environment draws as many for each property: `TEST_RUNS=2000 npm test` before a release, or with the name of a test
 * file after a change to what it tests.
 */
export function propertyRuns(few: number): number {
  return Number(process.env.TEST_RUNS ?? few);
}
