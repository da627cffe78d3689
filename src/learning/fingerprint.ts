import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import Fuse from "fuse.js";
import { type Knowledge, textsOf } from "../knowledge/knowledge.ts";

const matching = path.join(import.meta.dirname, "..", "matching");
/** What the matcher reckons with and others use as well. */
const shared = path.join(import.meta.dirname, "..", "answer", "edit-distance.ts");

/**
 * A hash of all that a model depends on: what is learned of the knowledge, and the code that learns it. Another
 * phrase, another option of a choice or another line of the matcher gives another fingerprint.
 */
export function fingerprintOf({ entries, synonyms, home }: Knowledge): string {
  const hash = createHash("sha256");
  for (const file of readdirSync(matching).sort()) hash.update(readFileSync(path.join(matching, file)));
  hash.update(readFileSync(shared));
  const learned = entries.map((entry) => [
    entry.id,
    entry.kind,
    entry.refines,
    entry.kind === "choice" ? entry.options : [],
    textsOf(entry).map(([locale, { title, phrases }]) => [locale, title, phrases]),
  ]);
  return hash
    .update(JSON.stringify([Fuse.version, home, synonyms, learned]))
    .digest("hex")
    .slice(0, 32);
}
