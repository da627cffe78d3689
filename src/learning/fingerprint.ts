import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import Fuse from "fuse.js";
import type { Locale } from "../answer/locale.ts";
import { fromHere } from "../knowledge/fault.ts";
import { type Knowledge, textsOf } from "../knowledge/knowledge.ts";
import { shippedLanguages } from "../knowledge/read-languages.ts";
import { projectRoot } from "../lib/built-program.ts";
import { filesBelow, hashSources } from "./source-hashes.mjs";

/** The hashes of the sources, written into the program when it is built. */
declare const SOURCE_HASHES: ReturnType<typeof hashSources> | undefined;

const sources =
  typeof SOURCE_HASHES === "undefined" ? hashSources(path.join(projectRoot, "src")) : SOURCE_HASHES;

/**
 * A hash of everything that a model depends on: the learned parts of the knowledge, and the matcher's source. It changes
 * with any phrase, any option of a choice, any name, question or follow-up, what is heard in a language, and any line of the matcher.
 */
export function fingerprintOf({ entries, synonyms, names, questions, home, strings }: Knowledge): string {
  const hash = createHash("sha256").update(sources.matcher);
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
  const hash = createHash("sha256").update(sources.reader);
  for (const folder of [fromHere(knowledgeFolder), shippedLanguages])
    for (const file of filesBelow(folder))
      hash.update(`${path.relative(folder, file)}\0`).update(readFileSync(file));
  return hash
    .update(JSON.stringify([path.relative(projectRoot, knowledgeFolder), languages]))
    .digest("hex")
    .slice(0, 32);
}
