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
 * @throws if one of them can't be opened, after closing the others
 */
export async function openLocalPlatforms(
  platforms: readonly Platform[],
  folder = new URL("../", import.meta.url),
): Promise<readonly LocalPlatform[]> {
  const opening = platforms.map(async ({ name }) => {
    const found = await importIfPresent(new URL(`${name}/local-platform.ts`, folder));
    return found === undefined ? [] : [await moduleSchema.parse(found).openLocalPlatform()];
  });
  const settled = await Promise.allSettled(opening);
  const opened = settled.flatMap((one) => (one.status === "fulfilled" ? one.value : []));
  const failed = settled.find((one) => one.status === "rejected");
  if (!failed) return opened;
  await Promise.all(opened.map((local) => local.close()));
  throw failed.reason;
}
