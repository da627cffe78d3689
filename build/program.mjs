import { createHash, randomUUID } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { fingerprintOfSources, root } from "./sources.mjs";

/** Where the build at install leaves everything. */
const distFolder = path.join(root, "dist");

/** The newest, and one that may still run. */
const maxKept = 2;
const checksums = "checksums.json";

/**
 * The folder of the built program. If there is none for these sources, or if it is damaged, builds it.
 * @param {object} options
 * @param {() => string} options.otherFolder used where the install folder can't be written to
 * @param {(line: string) => void} options.notify told before a build, and why
 * @returns {Promise<string>}
 * @throws if neither folder can be written to, or esbuild can't build the sources
 */
export async function findOrBuildProgram({ otherFolder, notify }) {
  const name = `program-${fingerprintOfSources()}`;
  const atInstall = path.join(distFolder, name);
  const found = stateOf(atInstall);
  if (found === "intact") return atInstall;
  const places = [distFolder, path.resolve(otherFolder())];
  for (const place of places.slice(1))
    if (stateOf(path.join(place, name)) === "intact") return path.join(place, name);
  notify(
    found === "damaged" ? "The built program is damaged: building it again." : "Building the program ...",
  );
  const place = places.find(canWriteTo);
  if (place === undefined)
    throw new Error(`Signpost can't be built: ${places.join(" and ")} can't be written to`);
  return buildIn(place, name);
}

/** @param {string} place @param {string} name @returns {Promise<string>} */
async function buildIn(place, name) {
  const { bundle } = await import("./bundle.mjs");
  const home = path.join(place, name);
  const unfinished = `${home}.${randomUUID()}`;
  await bundle(unfinished, home);
  writeFileSync(path.join(unfinished, checksums), JSON.stringify(checksumsOf(unfinished)));
  if (stateOf(home) !== "intact") {
    rmSync(home, { recursive: true, force: true });
    renameSync(unfinished, home);
  } else rmSync(unfinished, { recursive: true, force: true }); // Another process was faster.
  deleteOlderThan(place, name);
  return home;
}

/** @param {string} folder @returns {"intact" | "damaged" | "absent"} */
function stateOf(folder) {
  if (!existsSync(folder)) return "absent";
  try {
    const expected = readFileSync(path.join(folder, checksums), "utf8");
    return expected === JSON.stringify(checksumsOf(folder)) ? "intact" : "damaged";
  } catch {
    return "damaged";
  }
}

/**
 * The checksum of each file of a folder, but of the list itself.
 * @param {string} folder
 * @returns {Readonly<Record<string, string>>}
 */
function checksumsOf(folder) {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((item) => item.isFile() && item.name !== checksums)
    .map((item) => path.join(item.parentPath, item.name))
    .sort();
  return Object.fromEntries(
    files.map((file) => [
      path.relative(folder, file),
      createHash("sha256").update(readFileSync(file)).digest("base64url"),
    ]),
  );
}

/** @param {string} folder @returns {boolean} */
function canWriteTo(folder) {
  const probe = path.join(folder, `.probe-${randomUUID()}`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(probe, "");
    rmSync(probe);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} place @param {string} newest */
function deleteOlderThan(place, newest) {
  const older = readdirSync(place)
    .filter((name) => name.startsWith("program-") && name !== newest)
    .map((name) => ({
      name,
      changed: statSync(path.join(place, name), { throwIfNoEntry: false })?.mtimeMs ?? 0,
    }))
    .sort((a, b) => b.changed - a.changed);
  for (const { name } of older.slice(maxKept - 1))
    rmSync(path.join(place, name), { recursive: true, force: true });
}
