import { execFile } from "node:child_process";
import { Readable } from "node:stream";
import { inspect } from "node:util";
import { type Command, runCommand } from "../../cli/shared/run-command.ts";
import { programArguments } from "../support/program.ts";
import { temporaryFolder } from "../support/temporary.ts";

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

/** Runs a command as npm would, with nothing of this process's environment but the path. */
export function runProgram(
  command: string,
  { arguments: given = [], input = "", environment = {}, folder = temporaryFolder() }: ProgramOptions,
): Promise<Ended> {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, ...environment };
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [...programArguments(command, given)],
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
