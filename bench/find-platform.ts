import { z } from "zod";
import { importIfPresent } from "../src/lib/import-if-present.ts";

/**
 * Measures a platform under load.
 * @param isQuick whether to ask only a few questions, to try the benchmark
 * @param show called with each section of the report
 */
export type BenchPlatform = (isQuick: boolean, show: (section: string) => void) => Promise<void>;

const moduleSchema = z.object({
  benchPlatform: z.custom<BenchPlatform>((value) => typeof value === "function"),
});

/**
 * A platform's benchmark: <name>/bench.ts.
 * @param folder where the platforms' folders are
 * @throws Error if the platform has none
 */
export async function findBenchPlatform(
  name: string,
  folder = new URL("./", import.meta.url),
): Promise<BenchPlatform> {
  const found = await importIfPresent(new URL(`${name}/bench.ts`, folder));
  if (found === undefined) throw new Error(`${name} can't be measured yet: add bench/${name}/bench.ts`);
  return moduleSchema.parse(found).benchPlatform;
}
