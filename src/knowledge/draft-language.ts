import { parseDocument } from "yaml";
import { z } from "zod";
import { languageStringsSchema } from "./language-strings.ts";

/** Keys that belong to one language alone, or may be left out: a draft does not take them from English. */
const ownKeys: readonly string[] = [
  ...["name", "draft", "lendsWords", "letters", "date", "languageNames"],
  ...["articles", "conjunctions", "accentedConjunctions", "moreover", "asking", "announcing"],
  ...["anotherMatter", "carriesOn", "asksWhatIsSeen", "followUps", "lureWords"],
];

/** Whether a language's file says that it is only begun. */
export function isDraft(yaml: string): boolean {
  return /^draft:[ \t]*true\b/m.test(yaml);
}

/** The schema of a file that is only begun: what it lacks stands there in English. */
export function draftSchema(english: string) {
  const fallback = withoutOwnKeys(dataOf(english));
  return z.preprocess((own) => filledFrom(fallback, own), languageStringsSchema);
}

/** The keys of English sentences that a draft lacks, in the order of the English file. */
export function missingSentences(english: string, draft: string): readonly string[] {
  return missingIn(withoutOwnKeys(dataOf(english)), dataOf(draft), "");
}

/** The value of a YAML file, as far as it can be read. */
function dataOf(yaml: string): unknown {
  return parseDocument(yaml, { logLevel: "silent" }).toJS();
}

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function withoutOwnKeys(english: unknown): Fields {
  if (!isFields(english)) return {};
  return Object.fromEntries(Object.entries(english).filter(([key]) => !ownKeys.includes(key)));
}

function filledFrom(fallback: unknown, own: unknown): unknown {
  if (own === undefined || own === null) return fallback;
  if (!isFields(fallback) || !isFields(own)) return own;
  const filled = Object.entries(fallback).map(([key, value]) => [key, filledFrom(value, own[key])]);
  return { ...own, ...Object.fromEntries(filled) };
}

function missingIn(fallback: Fields, own: unknown, path: string): readonly string[] {
  return Object.entries(fallback).flatMap(([key, value]) => {
    const at = path ? `${path}.${key}` : key;
    const given = isFields(own) ? own[key] : undefined;
    if (isFields(value)) return missingIn(value, given, at);
    return given === undefined || given === null ? [at] : [];
  });
}
