import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Files outside the folder that the matcher uses. */
const beside = ["edit-distance.ts", "normalise.ts"].map((file) => path.join("lib", file));

/**
 * Hashes of the sources that a model and a reading of the knowledge depend on. Plain JavaScript, since the build writes
 * them into the program, which then runs without its sources.
 * @param {string} source the folder src
 * @returns {{ readonly matcher: string, readonly reader: string }}
 */
export function hashSources(source) {
  const below = (/** @type {string} */ folder) => filesBelow(path.join(source, folder));
  const matcher = [...below("matching"), ...beside.map((file) => path.join(source, file))];
  const reader = ["knowledge", "answer", "lib"].flatMap(below);
  return { matcher: hashFiles(source, matcher), reader: hashFiles(source, reader) };
}

/**
 * All files below a folder, in the same order on every system.
 * @param {string} folder
 * @returns {readonly string[]}
 */
export function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((item) => item.isFile())
    .map((item) => path.join(item.parentPath, item.name))
    .sort();
}

/** @param {string} folder @param {readonly string[]} files @returns {string} */
function hashFiles(folder, files) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(`${path.relative(folder, file)}\0`).update(readFileSync(file));
  return hash.digest("hex");
}
