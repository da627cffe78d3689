import { randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { stateOf, writeChecksums } from "./checksums.mjs";
import { findPackagedProgram } from "./packaged.mjs";
import { fingerprintOfSources, root } from "./sources.mjs";

/** Where the build at install leaves everything. */
const distFolder = path.join(root, "dist");

/** The newest, and one that may still run. */
const maxKept = 2;

/**
 * The folder of the built program: the package's, where this is one. Otherwise, if there is none for these sources, or
 * if it is damaged, builds it.
 * @param {object} options
 * @param {() => string} options.otherFolder used where the install folder can't be written to
 * @param {(line: string) => void} options.notify told before a build, and why
 * @returns {Promise<string>}
 * @throws if neither folder can be written to, esbuild can't build the sources, or a package is damaged
 */
export async function findOrBuildProgram({ otherFolder, notify }) {
  const packaged = findPackagedProgram();
  if (packaged !== undefined) return packaged;
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
  await bundle(unfinished, { home, isPackaged: false });
  writeChecksums(unfinished);
  if (stateOf(home) !== "intact") {
    rmSync(home, { recursive: true, force: true });
    renameSync(unfinished, home);
  } else rmSync(unfinished, { recursive: true, force: true }); // Another process was faster.
  deleteOlderThan(place, name);
  return home;
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
