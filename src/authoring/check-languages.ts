import { findLocale, type Locale, lastLocale } from "../answer/locale.ts";
import type { Fault } from "../knowledge/fault.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";

/** Keys that a warning names; there may be a hundred. */
const maxShownSentences = 3;

/**
 * Languages whose file is a copy that is not translated to its end.
 * @param files where each language stands
 */
export function checkLanguages({ strings }: Knowledge, files: ReadonlyMap<Locale, string>): readonly Fault[] {
  const original = new Map(sentencesIn(strings.get(lastLocale)));
  return [...strings].flatMap(([locale, wording]) => {
    if (findLocale([lastLocale], locale)) return [];
    const same = sentencesIn(wording).flatMap(([key, said]) => (original.get(key) === said ? [key] : []));
    if (same.length === 0) return [];
    const keys = `${same.slice(0, maxShownSentences).join(", ")}${same.length > maxShownSentences ? " ..." : ""}`;
    const message = `${same.length} sentences are still as in ${lastLocale}.yaml: ${keys}`;
    return [{ file: files.get(locale) ?? locale, message }];
  });
}

/** Each value of several words by its key: a single word may be the same in two languages. */
function sentencesIn(value: unknown, key = ""): readonly (readonly [string, string])[] {
  if (typeof value === "object" && value !== null && !Array.isArray(value))
    return Object.entries(value).flatMap(([name, inner]) =>
      sentencesIn(inner, key ? `${key}.${name}` : name),
    );
  const said = JSON.stringify(value) ?? "";
  return said.includes(" ") ? [[key, said]] : [];
}
