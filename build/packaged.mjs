import { existsSync } from "node:fs";
import path from "node:path";
import { stateOf } from "./checksums.mjs";
import { root } from "./sources.mjs";

/** What `npm pack` puts into the package in place of the sources: the program, and what it learned. */
export const packageFolder = path.join(root, "dist", "package");
export const packagedProgram = path.join(packageFolder, "program");

/**
 * The program of an installed package; undefined where its sources are, as in a clone.
 * @returns {string | undefined}
 * @throws if files of the package are missing or changed
 */
export function findPackagedProgram() {
  if (existsSync(path.join(root, "src"))) return undefined;
  switch (stateOf(packagedProgram)) {
    case "intact":
      return packagedProgram;
    case "damaged":
      throw new Error(`Signpost in ${root} is damaged: install the package again.`);
    case "absent":
      throw new Error(
        "This package holds no program: make it again with npm pack, without --ignore-scripts.",
      );
  }
}
