import type { Locale } from "../answer/locale.ts";
import { nearest } from "../lib/nearest.ts";
import type { Ask } from "./ask.ts";
import type { Entry, EntryText } from "./entry.ts";
import type { LanguageStrings } from "./language-strings.ts";

/** Everything Signpost knows, checked and ready to use. */
export interface Knowledge {
  readonly entries: readonly Entry[];
  /** The languages that the entries are written in. */
  readonly languages: readonly Locale[];
  /** What the bot itself says and hears, in each language that it speaks; there may be more of them. */
  readonly strings: ReadonlyMap<Locale, LanguageStrings>;
  /** Groups of words and expressions of the field that mean the same, in any language. */
  readonly synonyms: readonly (readonly string[])[];
  /** What the forms of cases can ask, by id. */
  readonly asks: ReadonlyMap<string, Ask>;
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
  readonly strings?: ReadonlyMap<Locale, LanguageStrings>;
  readonly synonyms?: readonly (readonly string[])[];
  readonly asks?: ReadonlyMap<string, Ask>;
  readonly home?: string | undefined;
  readonly person?: string | undefined;
}

export function createKnowledge(parts: KnowledgeParts): Knowledge {
  const byId = new Map<string, Entry>();
  for (const entry of parts.entries) for (const id of entry.formerly) byId.set(id, entry);
  for (const entry of parts.entries) byId.set(entry.id, entry);
  return { synonyms: [], strings: new Map(), asks: new Map(), ...parts, find: (id) => byId.get(id) };
}

/** What is said of an id that no entry has. */
export function unknownEntryMessage(id: string, entries: readonly Entry[]): string {
  const meant = nearest(
    id,
    entries.map((entry) => entry.id),
  );
  const help = meant === undefined ? "an id is the name of an entry's folder" : `did you mean "${meant}"?`;
  return `there is no entry "${id}": ${help}`;
}

/** What an entry says in a language, or in the first it has: a pack may be in a single language. */
export function textOf(entry: Entry, locale: Locale): EntryText {
  const text = entry.text[locale] ?? textsOf(entry)[0]?.[1];
  if (!text) throw new Error(`the loader let ${entry.id} pass without a text`);
  return text;
}

/** The languages an entry is written in, each with what it says there. */
export function textsOf(entry: Entry): readonly (readonly [Locale, EntryText])[] {
  return Object.entries(entry.text).flatMap(([locale, text]) => (text ? [[locale, text] as const] : []));
}

/** What the bot says and hears in a language that it speaks. */
export function stringsOf({ strings }: Knowledge, locale: Locale): LanguageStrings {
  const wording = strings.get(locale);
  if (!wording) throw new Error(`nothing is known of the language ${locale}`);
  return wording;
}
