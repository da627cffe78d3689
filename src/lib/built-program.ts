import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** The project's folder. */
export const projectRoot = path.join(import.meta.dirname, "..", "..");

/** The folder of the built program, and whether it was built for a package; set when it is built. */
declare const BUILT_PROGRAM: string | undefined;
declare const IS_PACKAGED: boolean | undefined;

/** The folder of the program that is running; undefined if it runs from its sources. */
export const builtProgram = typeof BUILT_PROGRAM === "undefined" ? undefined : BUILT_PROGRAM;

const isPackaged = typeof IS_PACKAGED !== "undefined" && IS_PACKAGED;

/** What `npm ci` builds and learns is kept there, or what came with the package. */
export const distFolder = path.join(projectRoot, "dist", ...(isPackaged ? ["package"] : []));

/**
 * Where data is kept unless a setting says otherwise. A package's own folder is replaced by each upgrade, so there it
 * is the folder that Signpost is started in.
 */
export const defaultDataFolder = path.join(isPackaged ? process.cwd() : projectRoot, "data");

/** Where a module of ours that is loaded by its name stands in the program that is running. */
export function locateModule(source: URL): URL {
  const file = fileURLToPath(source);
  if (builtProgram === undefined || !file.endsWith(".ts")) return source;
  const built = path.join(builtProgram, path.relative(projectRoot, file));
  return pathToFileURL(`${built.slice(0, -".ts".length)}.js`);
}
