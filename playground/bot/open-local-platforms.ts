import { z } from "zod";
import { importIfPresent } from "../../src/lib/import-if-present.ts";
import type { Platform } from "../../src/platform/platform.ts";
import type { LocalPlatform, OpenLocalPlatform } from "../server/local-platform.ts";

const moduleSchema = z.object({
  openLocalPlatform: z.custom<OpenLocalPlatform>(
    (value) => typeof value === "function",
    "must be a function",
  ),
});

/**
 * Opens the local platform of each registered platform that has a <name>/local-platform.ts. The others are left out.
 * @param folder where the platforms' folders are
 */
export async function openLocalPlatforms(
  platforms: readonly Platform[],
  folder = new URL("../", import.meta.url),
): Promise<readonly LocalPlatform[]> {
  const opened = platforms.map(async ({ name }) => {
    const found = await importIfPresent(new URL(`${name}/local-platform.ts`, folder));
    return found === undefined ? [] : [await moduleSchema.parse(found).openLocalPlatform()];
  });
  return (await Promise.all(opened)).flat();
}
