import path from "node:path";
import { type Fault, fromHere } from "../knowledge/fault.ts";
import { cueFields } from "../knowledge/language-cues.ts";
import { filesNamed, readLines } from "../knowledge/read-files.ts";
import { type Glossary, readGlossaries } from "../knowledge/read-glossary.ts";
import { languageFiles } from "../knowledge/read-languages.ts";

/**
 * Warns of terms that a glossary has another one for: in the bot's sentences, the asks and the entries of its language. What
 * people type (phrases, cues) and names in `code` are left alone.
 */
export function checkGlossary(folder: string): readonly Fault[] {
  return readGlossaries(folder).glossaries.flatMap((glossary) => {
    const strings = languageFiles(folder).get(glossary.locale);
    return [
      ...[...(strings ? [strings] : []), ...filesNamed(`asks.${glossary.locale}.yaml`, folder)].flatMap(
        (file) => findTerms(file, withoutCues(readLines(file)), glossary),
      ),
      ...filesNamed(`${glossary.locale}.md`, folder).flatMap((file) =>
        findTerms(file, withoutPhrases(readLines(file)), glossary),
      ),
    ];
  });
}

/** Keeps the sentences of a YAML file, each in its place: comments, keys and what the bot hears become spaces. */
function withoutCues(yaml: string): string {
  const cues = new RegExp(`^(?:${Object.keys(cueFields).join("|")}):.*\\n(?:[ \\t]+.*\\n|\\n)*`, "gm");
  return blank(blank(blank(yaml, /^\s*#.*$/gm), cues), /^\s*[\w-]+:/gm);
}

/** Keeps the text of an entry in its place: phrases, code and addresses become spaces. */
function withoutPhrases(markdown: string): string {
  const phrases = blank(markdown, /^phrases:.*\n(?:[ \t]+.*\n|- .*\n|\n)*/gm);
  return blank(blank(phrases, /```.*?```|`[^`\n]*`/gs), /\]\([^)\s]*\)/g);
}

function blank(text: string, pattern: RegExp): string {
  return text.replace(pattern, (found) => found.replace(/[^\n]/g, " "));
}

function findTerms(file: string, text: string, { file: glossary, terms }: Glossary): readonly Fault[] {
  const composed = text.normalize("NFC");
  const found = terms.flatMap(({ say, not, except }) => {
    const checked = except.reduce((rest, allowed) => blank(rest, patternOf(allowed)), composed);
    return not.flatMap((other) =>
      [...checked.matchAll(patternOf(other))].map(({ index, 0: words }) => ({
        file: fromHere(file),
        line: composed.slice(0, index).split("\n").length,
        message: `"${words.replace(/\s+/g, " ")}": the term is "${say}" (${path.basename(glossary)})`,
      })),
    );
  });
  return found.sort((one, other) => one.line - other.line);
}

/** Whole words, wherever a line breaks between them; # is a number. */
function patternOf(term: string): RegExp {
  const words = term
    .normalize("NFC")
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll("#", "\\d+"));
  return new RegExp(`(?<![\\p{L}\\p{N}])${words.join("\\s+")}(?![\\p{L}\\p{N}])`, "giu");
}
