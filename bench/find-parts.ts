import { existsSync } from "node:fs";

interface Parts {
  /** The platforms that have the part. */
  readonly present: readonly string[];
  /** Says which platforms have none; empty if all have it. */
  readonly missing: string;
}

const root = new URL("../", import.meta.url);

/**
 * Which platforms have a part that is optional.
 * @param part its file, e.g. "soak/<name>/platform.ts"
 */
export function findParts(names: readonly string[], part: string, folder = root): Parts {
  const fileOf = (name: string) => part.replace("<name>", name);
  const isPresent = (name: string) => existsSync(new URL(fileOf(name), folder));
  const lacking = names.filter((name) => !isPresent(name));
  return {
    present: names.filter(isPresent),
    missing: lacking.map((name) => `${name} is left out: there is no ${fileOf(name)}`).join("\n"),
  };
}
