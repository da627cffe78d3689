import type { z } from "zod";
import { nearest } from "../lib/nearest.ts";

/** The faults of settings that did not parse, each beginning with the setting's name. */
export function faultsOf({ issues }: z.core.$ZodError): readonly string[] {
  return issues.map(({ message, path: [name] }) =>
    message.startsWith(String(name)) || name === undefined ? message : `${String(name)}: ${message}`,
  );
}

/** The fault of a setting that does not exist, with the one that was probably meant. */
export function unknownSetting(name: string, known: readonly string[]): string {
  const meant = nearest(name, known);
  return meant === undefined
    ? `${name} is no setting: remove it, or use one of ${known.join(", ")}`
    : `${name} is no setting: did you mean ${meant}?`;
}
