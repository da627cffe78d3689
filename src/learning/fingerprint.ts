import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import Fuse from "fuse.js";
import { type Knowledge, textsOf } from "../knowledge/knowledge.ts";
import type { Names } from "../knowledge/names.ts";

const matching = path.join(import.meta.dirname, "..", "matching");
/** Files outside the folder that the matcher uses. */
const shared = ["edit-distance.ts", "normalise.ts"].map((file) =>
  path.join(import.meta.dirname, "..", "lib", file),
);

function namesOf({ meanings, afterName, beforeName }: Names) {
  return [[...meanings], afterName, beforeName];
}

/**
 * A hash of everything that a model depends on: the learned parts of the knowledge, and the matcher's source. It changes
 * with any phrase, any option of a choice, and any line of the matcher.
 */
export function fingerprintOf({ entries, synonyms, names, questions, home }: Knowledge): string {
  const hash = createHash("sha256");
  for (const file of readdirSync(matching).sort()) hash.update(readFileSync(path.join(matching, file)));
  for (const file of shared) hash.update(readFileSync(file));
  const learned = entries.map((entry) => [
    entry.id,
    entry.kind,
    entry.refines,
    entry.kind === "choice" ? entry.options : [],
    textsOf(entry).map(([locale, { title, phrases }]) => [locale, title, phrases]),
  ]);
  return hash
    .update(JSON.stringify([Fuse.version, home, synonyms, namesOf(names), questions, learned]))
    .digest("hex")
    .slice(0, 32);
}
