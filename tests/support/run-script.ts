import { type ChildProcess, spawn } from "node:child_process";

/** Starts a TypeScript file of the tests in a process of its own. */
export function startScript(file: string, given: readonly string[]): ChildProcess {
  return spawn(process.execPath, ["--import", "tsx", file, ...given], {
    stdio: ["ignore", "pipe", "inherit"],
  });
}
