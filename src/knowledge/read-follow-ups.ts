import { existsSync } from "node:fs";
import { z } from "zod";
import type { EntryText, FollowUpPhrases } from "./entry.ts";
import { partNames } from "./entry-parts.ts";
import type { Fault } from "./fault.ts";
import { readLines } from "./read-files.ts";
import { readYaml } from "./read-yaml.ts";

/** Besides the parts: questions about the topic that no part answers, and what is said of other topics. */
const otherKeys = ["nothing", "else"];

const schema = z.record(
  z.string(),
  z
    .array(
      z
        .string("a phrase is text: put it in quotes")
        .trim()
        .regex(/[\p{L}\p{N}]/u, "must hold a word")
        .max(200),
    )
    .min(1, "give at least one phrase"),
);

/** Reads follow-ups.<language>.yaml beside an entry's text: how people ask about each of its parts. May be absent. */
export function readFollowUps(
  file: string,
  text: Pick<EntryText, "body" | "stillStuck" | "questions">,
): { readonly followUps?: FollowUpPhrases; readonly faults: readonly Fault[] } {
  if (!existsSync(file)) return { faults: [] };
  const { value, faults, lineOfKey } = readYaml({ file, text: readLines(file) }, schema);
  if (!value) return { faults };
  const known = [...partNames(text), ...otherKeys];
  const unknown = Object.keys(value).filter((key) => !known.includes(key));
  return {
    followUps: value,
    faults: [
      ...faults,
      ...unknown.map((key) => ({
        file,
        line: lineOfKey([key]),
        message: `this entry has no part "${key}"; it has ${known.join(", ")}`,
      })),
    ],
  };
}
