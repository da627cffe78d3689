import path from "node:path";
import { z } from "zod";
import { toWords } from "../lib/normalise.ts";
import type { Fault } from "./fault.ts";
import { filesIn, readLines } from "./read-files.ts";
import { readYaml } from "./read-yaml.ts";
import { lineElse } from "./schema.ts";

/**
 * What a name tells about a question that holds it: `ours`, it is about the subject of the pack; `hint`, perhaps; `used`, it
 * is about using what the pack only signs in to; `others`, it is about somebody else's product; `either`, nothing.
 */
const nameMeanings = ["ours", "hint", "used", "others", "either"] as const;
export type NameMeaning = (typeof nameMeanings)[number];

/** The names that a pack knows, and the words beside which unknown ones stand. */
export interface Names {
  /** Each name, of one or more words, with its meaning; no name stands twice. */
  readonly meanings: ReadonlyMap<string, NameMeaning>;
  /** Words that follow a name ("portal" in "the Blorbo portal"). */
  readonly afterName: readonly string[];
  /** Words that a name follows ("cổng" in "cổng Blorbo"). */
  readonly beforeName: readonly string[];
}

export const noNames: Names = { meanings: new Map(), afterName: [], beforeName: [] };

const name = lineElse("a name is text: put it in quotes")
  .max(60, "a name is at most 60 characters")
  .regex(/[\p{L}\p{N}]/u, "must hold a word");
const names = z.array(name, "write a list of names");

const listSchema = z.strictObject({
  means: z.enum(nameMeanings, `must be ${nameMeanings.slice(0, -1).join(", ")} or ${nameMeanings.at(-1)}`),
  names,
});
const placesSchema = z.strictObject({ "after-name": names.default([]), "before-name": names.default([]) });

/** What is collected while reading the lists. */
interface NameLog {
  readonly faults: Fault[];
  readonly meanings: Map<string, NameMeaning>;
  /** The file of each name. */
  readonly files: Map<string, string>;
  readonly afterName: string[];
  readonly beforeName: string[];
}

/** Reads all lists in folders called `names`: `places.yaml`, and one file for each list. */
export function readNames(folder: string): { readonly names: Names; readonly faults: readonly Fault[] } {
  const log: NameLog = {
    faults: [],
    meanings: new Map(),
    files: new Map(),
    afterName: [],
    beforeName: [],
  };
  for (const file of filesIn("names", folder)) {
    if (path.basename(file) === "places.yaml") readPlaces(file, log);
    else readList(file, log);
  }
  const { faults, meanings, afterName, beforeName } = log;
  return { names: { meanings, afterName, beforeName }, faults };
}

function readPlaces(file: string, log: NameLog): void {
  const { value, faults } = readYaml({ file, text: readLines(file) }, placesSchema);
  log.faults.push(...faults);
  log.afterName.push(...(value?.["after-name"] ?? []));
  log.beforeName.push(...(value?.["before-name"] ?? []));
}

function readList(file: string, { faults, meanings, files }: NameLog): void {
  const list = readYaml({ file, text: readLines(file) }, listSchema);
  faults.push(...list.faults);
  if (!list.value) return;
  for (const [index, given] of list.value.names.entries()) {
    const folded = toWords(given).join(" ");
    const before = files.get(folded);
    if (before === undefined) {
      meanings.set(folded, list.value.means);
      files.set(folded, file);
    } else {
      const where = before === file ? "" : `, also in ${before}`;
      const message = `"${given}" stands twice${where}: a name belongs to one list`;
      faults.push({ file, line: list.lineOf(["names", index]), message });
    }
  }
}
