import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** The project's folder. */
export const root = path.join(import.meta.dirname, "..");

/** What the program is built from. Knowledge is read when it runs. */
export const sourceFolders = ["adapters", "build", "cli", "local", "playground", "src"];
const files = ["package-lock.json"];

/**
 * A hash of everything that the built program depends on: its sources, the versions of its packages, and where they
 * stand, since their places are written into it.
 * @returns {string}
 */
export function fingerprintOfSources() {
  const hash = createHash("sha256").update(root);
  for (const file of [...files, ...sourceFolders.flatMap(filesBelow)])
    hash.update(`\0${file}\0`).update(readFileSync(path.join(root, file)));
  return hash.digest("hex").slice(0, 32);
}

/**
 * All files below a folder of the project, in the same order on every system.
 * @param {string} folder
 * @returns {readonly string[]}
 */
function filesBelow(folder) {
  return readdirSync(path.join(root, folder), { withFileTypes: true, recursive: true })
    .filter((item) => item.isFile())
    .map((item) => path.relative(root, path.join(item.parentPath, item.name)))
    .sort();
}
