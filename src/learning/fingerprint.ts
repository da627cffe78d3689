import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import Fuse from "fuse.js";
import type { Locale } from "../answer/locale.ts";
import { fromHere } from "../knowledge/fault.ts";
import { type Knowledge, textsOf } from "../knowledge/knowledge.ts";
import { shippedLanguages } from "../knowledge/read-languages.ts";
import { projectRoot } from "../lib/built-program.ts";

const source = path.join(projectRoot, "src");
const matching = path.join(source, "matching");
/** Files outside the folder that the matcher uses. */
const shared = ["edit-distance.ts", "normalise.ts"].map((file) => path.join(source, "lib", file));

/**
 * A hash of everything that a model depends on: the learned parts of the knowledge, and the matcher's source. It changes
 * with any phrase, any option of a choice, any name, question or follow-up, what is heard in a language, and any line of the matcher.
 */
export function fingerprintOf({ entries, synonyms, names, questions, home, strings }: Knowledge): string {
  const hash = createHash("sha256");
  for (const file of [...filesBelow(matching), ...shared]) hash.update(readFileSync(file));
  const learned = entries.map((entry) => [
    entry.id,
    entry.kind,
    entry.refines,
    entry.kind === "choice" ? entry.options : [],
    textsOf(entry).map(([locale, { title, phrases, followUps }]) => [locale, title, phrases, followUps]),
  ]);
  const languages = [...strings].map(([locale, { heard, letters, lendsWords, followUps }]) => [
    locale,
    heard,
    letters,
    lendsWords,
    followUps.samples,
  ]);
  const listed = [[...names.meanings], names.afterName, names.beforeName, questions];
  return hash
    .update(JSON.stringify([Fuse.version, home, synonyms, languages, listed, learned]))
    .digest("hex")
    .slice(0, 32);
}

/**
 * A hash of everything that a reading of the knowledge depends on: all files of its folder, the shipped languages, and the
 * reader's source.
 */
export function fingerprintOfFiles(knowledgeFolder: string, languages?: readonly Locale[]): string {
  const hash = createHash("sha256");
  const folders = [fromHere(knowledgeFolder), shippedLanguages];
  const readers = ["knowledge", "answer", "lib"].map((folder) => path.join(source, folder));
  for (const folder of [...folders, ...readers])
    for (const file of filesBelow(folder))
      hash.update(`${path.relative(folder, file)}\0`).update(readFileSync(file));
  return hash
    .update(JSON.stringify([knowledgeFolder, languages]))
    .digest("hex")
    .slice(0, 32);
}

/** All files below a folder, in the same order on every system. */
function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((item) => item.isFile())
    .map((item) => path.join(item.parentPath, item.name))
    .sort();
}
