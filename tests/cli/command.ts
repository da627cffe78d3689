import { execFile } from "node:child_process";
import path from "node:path";
import { temporaryFolder } from "../support/temporary.ts";

const root = path.join(import.meta.dirname, "..", "..");
const tsx = path.join(root, "node_modules", ".bin", "tsx");

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

interface Options {
  readonly arguments?: readonly string[];
  readonly input?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Where it runs; by default an empty folder, so that nobody's .env is read. */
  readonly folder?: string;
}

/**
 * Runs a program of src/ as npm would, with nothing of this process's environment but the path.
 */
export function runProgram(
  file: string,
  { arguments: given = [], input = "", environment = {}, folder = temporaryFolder() }: Options,
): Promise<Ended> {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, ...environment };
  return new Promise((resolve) => {
    const child = execFile(
      tsx,
      [path.join(root, "cli", file), ...given],
      { cwd: folder, env },
      (error, stdout, stderr) => {
        resolve({ code: error ? Number(error.code ?? 1) : 0, stdout, stderr });
      },
    );
    child.stdin?.end(input);
  });
}
