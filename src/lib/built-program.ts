import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** The project's folder. */
export const projectRoot = path.join(import.meta.dirname, "..", "..");

/** What `npm ci` builds and learns is kept there. */
export const distFolder = path.join(projectRoot, "dist");

/** The folder of the built program; set when it is built. */
declare const BUILT_PROGRAM: string | undefined;

/** The folder of the program that is running; undefined if it runs from its sources. */
export const builtProgram = typeof BUILT_PROGRAM === "undefined" ? undefined : BUILT_PROGRAM;

/** Where a module of ours that is loaded by its name stands in the program that is running. */
export function locateModule(source: URL): URL {
  const file = fileURLToPath(source);
  if (builtProgram === undefined || !file.endsWith(".ts")) return source;
  const built = path.join(builtProgram, path.relative(projectRoot, file));
  return pathToFileURL(`${built.slice(0, -".ts".length)}.js`);
}
