import { config as loadDotenv } from "dotenv";
import { ConfigError } from "../../src/app/config.ts";
import { KnowledgeError } from "../../src/knowledge/fault.ts";
import { StartError } from "../../src/lib/start-error.ts";

/** Wrong arguments; the message says how to use the command. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Runs a command. Errors that the user can fix are printed as their message, others with their stack; exits with 1. */
export async function run(command: () => Promise<void> | void): Promise<void> {
  loadDotenv({ quiet: true });
  try {
    await command();
  } catch (error) {
    process.exitCode = 1;
    console.error(isForTheUser(error) ? error.message : error);
  }
}

const forTheUser = [KnowledgeError, ConfigError, UsageError, StartError];

function isForTheUser(error: unknown): error is Error {
  if (forTheUser.some((kind) => error instanceof kind)) return true;
  return error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}
