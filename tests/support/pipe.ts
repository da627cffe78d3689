import { execFileSync } from "node:child_process";
import { closeSync, constants, openSync, renameSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { onTestFinished } from "vitest";
import { until } from "./until.ts";

/** A file that whoever reads it waits for. */
export interface Pipe {
  /** Resolves when somebody has begun to read, and from then on waits. */
  reached(): Promise<void>;
  /** Ends the waiting: they read this. From the beginning of the waiting on, the file is as it was before. */
  release(text: string): void;
}

/** Puts a pipe in a file's place, so that its reader stands still until the test wants it to go on. */
export function pipeIn(file: string, text: string): Pipe {
  rmSync(file);
  execFileSync("mkfifo", [file]);
  let end: number | undefined;
  const close = () => {
    if (end !== undefined) closeSync(end);
    end = undefined;
  };
  onTestFinished(close);
  return {
    reached: async () => {
      end = await until(() => tryToOpen(file));
      writeFileSync(`${file}.next`, text);
      renameSync(`${file}.next`, file);
    },
    release: (read) => {
      if (end !== undefined) writeSync(end, read);
      close();
    },
  };
}

/** Without a reader, a pipe can't be opened for writing at once. */
function tryToOpen(file: string): number | undefined {
  try {
    return openSync(file, constants.O_WRONLY | constants.O_NONBLOCK);
  } catch {
    return undefined;
  }
}
