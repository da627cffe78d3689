import path from "node:path";
import { pathToFileURL } from "node:url";
import { config } from "dotenv";
import { findOrBuildProgram } from "./program.mjs";
import { root } from "./sources.mjs";

/**
 * `node build/run.mjs <command> [arguments]`: runs a file of cli/ from the built program, which is built first if it is
 * not there or its sources have changed.
 */
const [node = "", , command = "", ...given] = process.argv;

// Process 1, as in a container, ignores signals that nobody listens to: until the command does, these end it.
if (process.pid === 1)
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"]))
    process.on(signal, () => {
      if (process.listenerCount(signal) === 1) process.exit();
    });

config({ quiet: true });
const program = await findOrBuildProgram({
  otherFolder: () => process.env.DATA_DIR?.trim() || path.join(root, "data"),
  notify: (line) => console.error(line),
}).catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
// The command finds its own file in the arguments, as if its source had been started.
process.argv = [node, path.join(root, "cli", `${command}.ts`), ...given];
await import(pathToFileURL(path.join(program, "cli", `${command}.js`)).href);
