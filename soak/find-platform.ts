import { z } from "zod";
import { importIfPresent } from "../src/lib/import-if-present.ts";
import type { SoakFault, SoakPlatform } from "./platform.ts";

const moduleSchema = z.object({ soakPlatform: z.custom<SoakPlatform<SoakFault>>(isSoakPlatform) });

function isSoakPlatform(value: unknown): boolean {
  return typeof value === "object" && value !== null && "faults" in value && "startEnvironment" in value;
}

/**
 * A platform's part of the soak: <name>/platform.ts.
 * @param folder where the platforms' folders are
 * @throws Error if the platform has none
 */
export async function findSoakPlatform(
  name: string,
  folder = new URL("./", import.meta.url),
): Promise<SoakPlatform<SoakFault>> {
  const found = await importIfPresent(new URL(`${name}/platform.ts`, folder));
  if (found === undefined) throw new Error(`${name} can't be soaked yet: add soak/${name}/platform.ts`);
  return moduleSchema.parse(found).soakPlatform;
}
