import path from "node:path";
import { pathToFileURL } from "node:url";
import { findOrBuildProgram } from "./program.mjs";
import { root } from "./sources.mjs";

/**
 * The `prepare` step of npm: builds the program and learns the knowledge, so that the first start has nothing to do. What
 * fails here is done, or told, by that start.
 */
try {
  /** @param {string} line */
  const notify = (line) => console.log(line);
  const program = await findOrBuildProgram({ otherFolder: () => path.join(root, "data"), notify });
  const { prepare } = await import(pathToFileURL(path.join(program, "cli", "prepare.js")).href);
  await prepare(notify);
} catch (error) {
  console.error(error);
  console.error(
    "Signpost is installed but not built: the first start does that, and takes some seconds longer.",
  );
}
