import type { Locale } from "../answer/locale.ts";
import { nearest } from "../lib/nearest.ts";
import type { Ask } from "./ask.ts";
import type { Entry, EntryText } from "./entry.ts";
import type { LanguageStrings } from "./language-strings.ts";
import { type Names, noNames } from "./names.ts";
import type { LabelledQuestion } from "./questions.ts";
import { type Addresses, noAddresses } from "./read-addresses.ts";
import type { OtherLanguage } from "./read-other-languages.ts";

/** Everything that Signpost knows, checked. */
export interface Knowledge {
  readonly entries: readonly Entry[];
  /** The languages of the entries. */
  readonly languages: readonly Locale[];
  /** The bot's strings and cues by language; there may be more languages than the entries have. */
  readonly strings: ReadonlyMap<Locale, LanguageStrings>;
  /** Languages that the bot doesn't speak, and what it says in them. */
  readonly otherLanguages: readonly OtherLanguage[];
  /** Groups of words and expressions with the same meaning, in any language. */
  readonly synonyms: readonly (readonly string[])[];
  /** The names that tell whether a question is about the subject of the pack. */
  readonly names: Names;
  /** Questions as people write them, to calibrate the matcher with; a pack may have none. */
  readonly questions: readonly LabelledQuestion[];
  /** The questions of the case forms, by id. */
  readonly asks: ReadonlyMap<string, Ask>;
  /** The id of the front page, a choice, if a pack names one. */
  readonly home?: string | undefined;
  /** The id of the entry that leads to a person, if a pack names one. */
  readonly person?: string | undefined;
  /** The id of the entry that says how to tell what is genuine, if a pack names one. */
  readonly genuine?: string | undefined;
  /** The addresses of the pack's subject, and what imitates them. */
  readonly addresses: Addresses;
  /** The entry that has or had this id. */
  find(id: string): Entry | undefined;
}

/** The knowledge as plain data. */
export interface KnowledgeParts {
  readonly entries: readonly Entry[];
  readonly languages: readonly Locale[];
  readonly strings?: ReadonlyMap<Locale, LanguageStrings>;
  readonly otherLanguages?: readonly OtherLanguage[];
  readonly synonyms?: readonly (readonly string[])[];
  readonly names?: Names;
  readonly questions?: readonly LabelledQuestion[];
  readonly asks?: ReadonlyMap<string, Ask>;
  readonly home?: string | undefined;
  readonly person?: string | undefined;
  readonly genuine?: string | undefined;
  readonly addresses?: Addresses;
}

export function createKnowledge(parts: KnowledgeParts): Knowledge {
  const byId = new Map<string, Entry>();
  for (const entry of parts.entries) for (const id of entry.formerly) byId.set(id, entry);
  for (const entry of parts.entries) byId.set(entry.id, entry);
  return {
    synonyms: [],
    names: noNames,
    questions: [],
    strings: new Map(),
    otherLanguages: [],
    asks: new Map(),
    addresses: noAddresses,
    ...parts,
    find: (id) => byId.get(id),
  };
}

/** The error message for an id that no entry has. */
export function unknownEntryMessage(id: string, entries: readonly Entry[]): string {
  const suggestion = nearest(
    id,
    entries.map((entry) => entry.id),
  );
  const help =
    suggestion === undefined ? "an id is the name of an entry's folder" : `did you mean "${suggestion}"?`;
  return `there is no entry "${id}": ${help}`;
}

/** What an entry says in a language, or in the first it has: a pack may be in a single language. */
export function textOf(entry: Entry, locale: Locale): EntryText {
  const text = entry.text[locale] ?? textsOf(entry)[0]?.[1];
  if (!text) throw new Error(`the loader let ${entry.id} pass without a text`);
  return text;
}

/** The texts of an entry by language. */
export function textsOf(entry: Entry): readonly (readonly [Locale, EntryText])[] {
  return Object.entries(entry.text).flatMap(([locale, text]) => (text ? [[locale, text] as const] : []));
}

/** The bot's strings in a supported language. */
export function stringsOf({ strings }: Knowledge, locale: Locale): LanguageStrings {
  const found = strings.get(locale);
  if (!found) throw new Error(`nothing is known of the language ${locale}`);
  return found;
}
