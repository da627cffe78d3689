import { type Mode, modes } from "../../src/platform/incoming.ts";
import { UsageError } from "./run-command.ts";

/** Reads the mode of a help channel from the command line. */
export function readMode(given: string | undefined): Mode | undefined {
  const mode = modes.find((one) => one === given);
  if (given !== undefined && mode === undefined)
    throw new UsageError(`--unasked is one of ${modes.join(", ")}, not "${given}"`);
  return mode;
}
