/** Before all tests: our knowledge is learned and kept, so that no test file has to. */
export async function setup(): Promise<void> {
  await import("./our-knowledge.ts");
}
