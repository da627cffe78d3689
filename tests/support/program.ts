import path from "node:path";

const root = path.join(import.meta.dirname, "..", "..");

/** The arguments for Node.js that run a command of cli/ as npm does. */
export function programArguments(command: string, given: readonly string[] = []): readonly string[] {
  return [path.join(root, "build", "run.mjs"), command, ...given];
}
