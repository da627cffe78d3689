import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const list = "checksums.json";

/**
 * Writes the checksums of all its files into a folder.
 * @param {string} folder
 */
export function writeChecksums(folder) {
  writeFileSync(path.join(folder, list), JSON.stringify(checksumsOf(folder)));
}

/**
 * Whether a folder is as it was when its checksums were written.
 * @param {string} folder
 * @returns {"intact" | "damaged" | "absent"}
 */
export function stateOf(folder) {
  if (!existsSync(folder)) return "absent";
  try {
    const expected = readFileSync(path.join(folder, list), "utf8");
    return expected === JSON.stringify(checksumsOf(folder)) ? "intact" : "damaged";
  } catch {
    return "damaged";
  }
}

/**
 * The checksum of each file of a folder, but of the list itself, by names that are the same on every system.
 * @param {string} folder
 * @returns {Readonly<Record<string, string>>}
 */
function checksumsOf(folder) {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((item) => item.isFile() && item.name !== list)
    .map((item) => path.relative(folder, path.join(item.parentPath, item.name)).replaceAll(path.sep, "/"))
    .sort();
  return Object.fromEntries(
    files.map((file) => [
      file,
      createHash("sha256")
        .update(readFileSync(path.join(folder, file)))
        .digest("base64url"),
    ]),
  );
}
