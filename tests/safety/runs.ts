/** How many examples a property is tried with: PLANTED_RUNS in the environment where a long run is wanted. */
export function runs(usual: number): number {
  return Number(process.env.PLANTED_RUNS ?? usual);
}
