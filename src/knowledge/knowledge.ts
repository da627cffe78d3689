import { type Locale, locales } from "../answer/locale.ts";
import type { Entry, EntryText } from "./entry.ts";

/** Everything Signpost knows, checked and ready to use. */
export interface Knowledge {
  readonly entries: readonly Entry[];
  readonly languages: readonly Locale[];
  /** Groups of words and expressions of the field that mean the same, in any language. */
  readonly synonyms: readonly (readonly string[])[];
  /** The choice that is the front page, where a pack names one. */
  readonly home?: string | undefined;
  /** The entry that leads to a person when nothing else helps, where a pack names one. */
  readonly person?: string | undefined;
  /** The entry with this id, or that had it before. */
  find(id: string): Entry | undefined;
}

/** The knowledge as plain data. */
export interface KnowledgeParts {
  readonly entries: readonly Entry[];
  readonly languages: readonly Locale[];
  readonly synonyms?: readonly (readonly string[])[];
  readonly home?: string | undefined;
  readonly person?: string | undefined;
}

export function createKnowledge(parts: KnowledgeParts): Knowledge {
  const byId = new Map<string, Entry>();
  for (const entry of parts.entries) for (const id of entry.formerly) byId.set(id, entry);
  for (const entry of parts.entries) byId.set(entry.id, entry);
  return { synonyms: [], ...parts, find: (id) => byId.get(id) };
}

/** What an entry says in a language, or in the one it has: a pack may be in a single language. */
export function textOf(entry: Entry, locale: Locale): EntryText {
  const text = entry.text[locale] ?? entry.text.en ?? entry.text.vi;
  if (!text) throw new Error(`the loader let ${entry.id} pass without a text`);
  return text;
}

/** The languages an entry is written in, each with what it says there. */
export function textsOf(entry: Entry): readonly (readonly [Locale, EntryText])[] {
  return locales.flatMap((locale) => {
    const text = entry.text[locale];
    return text ? [[locale, text] as const] : [];
  });
}
