import { findLocale, type Locale, lastLocale } from "../answer/locale.ts";
import type { Fault } from "../knowledge/fault.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";

/** Maximum keys named in a warning. */
const maxShownSentences = 3;

/**
 * Warns of language files that are only partly translated copies.
 * @param files the file of each language
 */
export function checkLanguages({ strings }: Knowledge, files: ReadonlyMap<Locale, string>): readonly Fault[] {
  const original = new Map(sentencesIn(strings.get(lastLocale)));
  return [...strings].flatMap(([locale, own]) => {
    if (findLocale([lastLocale], locale)) return [];
    const same = sentencesIn(own).flatMap(([key, sentence]) => (original.get(key) === sentence ? [key] : []));
    if (same.length === 0) return [];
    const keys = `${same.slice(0, maxShownSentences).join(", ")}${same.length > maxShownSentences ? " ..." : ""}`;
    const message = `${same.length} sentences are still as in ${lastLocale}.yaml: ${keys}`;
    return [{ file: files.get(locale) ?? locale, message }];
  });
}

/** The sentences by key. Single words are left out: they may be the same in two languages. */
function sentencesIn(value: unknown, key = ""): readonly (readonly [string, string])[] {
  if (typeof value === "object" && value !== null && !Array.isArray(value))
    return Object.entries(value).flatMap(([name, inner]) =>
      sentencesIn(inner, key ? `${key}.${name}` : name),
    );
  const sentence = JSON.stringify(value) ?? "";
  return sentence.includes(" ") ? [[key, sentence]] : [];
}
