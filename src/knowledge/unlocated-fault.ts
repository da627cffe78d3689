import path from "node:path";
import type { Locale } from "../answer/locale.ts";
import type { Entry } from "./entry.ts";

/** A fault whose line is not known yet: `at` is the path of the value in the YAML. */
export interface UnlocatedFault {
  readonly file: string;
  readonly at: readonly (string | number)[];
  readonly message: string;
}

/** Returns "known", or what is wrong with the id. */
export type CheckId = (id: string) => string;

export function entryYaml(entry: Entry): string {
  return path.join(entry.folder, "entry.yaml");
}

export function textFile(entry: Entry, locale: Locale): string {
  return path.join(entry.folder, `${locale}.md`);
}
