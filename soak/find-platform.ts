import { z } from "zod";
import { importIfPresent } from "../src/lib/import-if-present.ts";
import type { Fault, SoakPlatform } from "./stage.ts";

const moduleSchema = z.object({ soakPlatform: z.custom<SoakPlatform<Fault>>(isSoakPlatform) });

function isSoakPlatform(value: unknown): boolean {
  return typeof value === "object" && value !== null && "faults" in value && "open" in value;
}

/**
 * What a platform brings to the soak: <name>/platform.ts.
 * @param folder where the platforms' folders are
 * @throws Error if the platform brings nothing
 */
export async function findSoakPlatform(
  name: string,
  folder = new URL("./", import.meta.url),
): Promise<SoakPlatform<Fault>> {
  const found = await importIfPresent(new URL(`${name}/platform.ts`, folder));
  if (found === undefined) throw new Error(`${name} can't be soaked yet: add soak/${name}/platform.ts`);
  return moduleSchema.parse(found).soakPlatform;
}
