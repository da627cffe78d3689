import { existsSync, realpathSync } from "node:fs";
import type { Readable } from "node:stream";
import { config as loadDotenv } from "dotenv";
import { ConfigError } from "../../src/app/config.ts";
import { KnowledgeError } from "../../src/knowledge/fault.ts";
import { StartError } from "../../src/lib/start-error.ts";

/** What a command is given, and where its output goes. */
export interface CommandContext {
  readonly arguments: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly input: Readable;
  /** Writes a line to the standard output. */
  readonly print: (line: string) => void;
  /** Writes a line to the standard error; an error is written with its stack. */
  readonly printError: (line: unknown) => void;
  /** Lets the process exit with 1 although the command runs to its end. */
  readonly fail: () => void;
}

export type Command = (context: CommandContext) => Promise<void> | void;

/** Wrong arguments, with which nothing can be done; the message says how to use the command. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Somebody wants to know how to use the command, which the message says. */
export class HelpAsked extends Error {
  override readonly name = "HelpAsked";
}

/**
 * Runs a command. Errors that the user can fix are printed as their message, others with their stack. It exits with 2
 * after wrong arguments, and with 1 after any other error.
 * @returns the exit code
 */
export async function runCommand(command: Command, context: Omit<CommandContext, "fail">): Promise<number> {
  let code = 0;
  const fail = () => {
    code = 1;
  };
  try {
    await command({ ...context, fail });
  } catch (error) {
    if (error instanceof HelpAsked) {
      context.print(error.message);
      return 0;
    }
    code = error instanceof UsageError ? 2 : 1;
    context.printError(isForTheUser(error) ? error.message : error);
  }
  return code;
}

/** Runs a command in this process, with what the shell gave it and the variables in .env. */
async function run(command: Command, given: readonly string[] = process.argv.slice(2)): Promise<void> {
  loadDotenv({ quiet: true });
  const code = await runCommand(command, {
    arguments: given,
    environment: process.env,
    input: process.stdin,
    print: (line) => console.log(line),
    printError: (line) => console.error(line),
  });
  if (code !== 0) process.exitCode = code;
}

/**
 * Runs a command if the file is the program that was started, and not when a test imports it.
 * @param file the `import.meta.filename` of the command's file
 */
export async function runIfStarted(file: string, command: Command): Promise<void> {
  const [, started] = process.argv;
  if (started !== undefined && realPath(started) === file) await run(command);
}

/** In a package there are no sources: the place is then where one would stand. */
function realPath(file: string): string {
  return existsSync(file) ? realpathSync(file) : file;
}

const forTheUser = [KnowledgeError, ConfigError, UsageError, StartError];

function isForTheUser(error: unknown): error is Error {
  return forTheUser.some((kind) => error instanceof kind);
}
