import { execFile } from "node:child_process";
import path from "node:path";
import { Readable } from "node:stream";
import { inspect } from "node:util";
import { type Command, runCommand } from "../../cli/shared/run-command.ts";
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
}

interface ProgramOptions extends Options {
  /** Where it runs; by default an empty folder, so that nobody's .env is read. */
  readonly folder?: string;
}

/** Runs a file of cli/ as npm would, with nothing of this process's environment but the path. */
export function runProgram(
  file: string,
  { arguments: given = [], input = "", environment = {}, folder = temporaryFolder() }: ProgramOptions,
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

/**
 * Runs a command in this process, which takes milliseconds where a process of its own takes seconds. Models are kept in
 * an empty folder unless DATA_DIR is given.
 */
export async function runHere(
  command: Command,
  { arguments: given = [], input = "", environment = {} }: Options,
): Promise<Ended> {
  let [stdout, stderr] = ["", ""];
  const code = await runCommand(command, {
    arguments: given,
    environment: { DATA_DIR: temporaryFolder(), ...environment },
    input: Readable.from([input]),
    print: (line) => {
      stdout += `${line}\n`;
    },
    printError: (line) => {
      stderr += `${typeof line === "string" ? line : inspect(line)}\n`;
    },
  });
  return { code, stdout, stderr };
}
