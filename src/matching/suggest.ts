import Fuse from "fuse.js";
import type { Locale } from "../answer/locale.ts";
import type { Suggest } from "../answer/suggestion.ts";
import type { Entry } from "../knowledge/entry.ts";
import { type Knowledge, textOf } from "../knowledge/knowledge.ts";
import { toWords } from "../lib/normalise.ts";
import { createRepairWords } from "./repair-words.ts";

/** Discord's maximum (interactions/application-commands, autocomplete). */
const maxSuggestions = 25;
/** Maximum texts given to fuse.js, which takes about 10 microseconds for each. */
const maxShortlisted = 120;
/** Further words are ignored. */
const maxTypedWords = 12;
/** Length of the word prefixes that the index uses. */
const prefixLength = 4;
/** Factors for the score of fuse.js, where 0 is best: titles rank higher, out-of-scope entries lower. */
const factors = { title: 0.5, elsewhere: 3 };

/** Indexes titles and phrases of a language when they are first searched, which takes about 60 ms for 2,500 of them. */
export function createSuggest({ entries, home, find, languages }: Knowledge): Suggest {
  const searches = new Map<Locale, Search>();
  const searchIn = (locale: Locale): Search => {
    const search = searches.get(locale) ?? createSearch(entries, locale);
    searches.set(locale, search);
    return search;
  };
  const options = home === undefined ? undefined : find(home);
  const first = options?.kind === "choice" ? options.options : [];
  const all = [...new Set([...first, ...entries.map(({ id }) => id)])].filter((id) => id !== home);

  return (typed, locale) => {
    const spoken = languages.includes(locale) ? locale : languages[0];
    const found = spoken !== undefined && toWords(typed).length > 0 ? searchIn(spoken)(typed) : all;
    return found.slice(0, maxSuggestions).flatMap((id) => {
      const entry = find(id);
      return entry ? [{ entry: id, title: textOf(entry, locale).title }] : [];
    });
  };
}

interface SearchLine {
  readonly entry: string;
  readonly words: readonly string[];
  readonly text: string;
  readonly isTitle: boolean;
  readonly isElsewhere: boolean;
}

/** The ids of the entries that fit what was typed, best first. */
type Search = (typed: string) => readonly string[];

function createSearch(entries: readonly Entry[], locale: Locale): Search {
  const lines = entries.flatMap((entry) => {
    const { title, phrases } = textOf(entry, locale);
    return [toLine(entry, title, true), ...phrases.map((phrase) => toLine(entry, phrase, false))];
  });
  const byPrefix = indexByPrefix(lines);
  const frequency = new Map<string, number>();
  for (const word of lines.flatMap(({ words }) => words)) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const repair = createRepairWords(frequency);

  return (typed) => {
    const words = toWords(typed.slice(0, 500)).slice(0, maxTypedWords);
    const isPrefixOfKnown = (word: string) =>
      (byPrefix.get(prefixOf(word)) ?? []).some((line) => line.words.some((known) => known.startsWith(word)));
    const repaired = words.map((word) => (isPrefixOfKnown(word) ? word : (repair([word])[0] ?? word)));
    const fuse = new Fuse(shortlist(repaired, byPrefix), {
      keys: ["text"],
      useTokenSearch: true,
      ignoreLocation: true,
      includeScore: true,
      threshold: 0.2,
    });
    const scored = fuse.search(repaired.join(" ")).map(({ item, score = 1 }) => ({
      entry: item.entry,
      score: score * (item.isTitle ? factors.title : 1) * (item.isElsewhere ? factors.elsewhere : 1),
    }));
    scored.sort((a, b) => a.score - b.score);
    return [...new Set(scored.map(({ entry }) => entry))];
  };
}

function toLine({ id, kind }: Entry, text: string, isTitle: boolean): SearchLine {
  const words = toWords(text);
  return { entry: id, words, text: words.join(" "), isTitle, isElsewhere: kind === "elsewhere" };
}

function prefixOf(word: string): string {
  return word.slice(0, prefixLength);
}

/** Lines by the prefixes of their words: "m", "mf" and "mfa" all find "mfa". */
function indexByPrefix(lines: readonly SearchLine[]): ReadonlyMap<string, readonly SearchLine[]> {
  const index = new Map<string, SearchLine[]>();
  for (const line of lines) {
    const prefixes = line.words.flatMap((word) =>
      Array.from({ length: Math.min(prefixLength, word.length) }, (_, end) => word.slice(0, end + 1)),
    );
    for (const prefix of new Set(prefixes)) {
      const known = index.get(prefix);
      if (known) known.push(line);
      else index.set(prefix, [line]);
    }
  }
  return index;
}

/** The lines with the most and the rarest of the words. */
function shortlist(
  words: readonly string[],
  byPrefix: ReadonlyMap<string, readonly SearchLine[]>,
): readonly SearchLine[] {
  const weights = new Map<SearchLine, number>();
  for (const word of new Set(words)) {
    const lines = byPrefix.get(prefixOf(word)) ?? [];
    for (const line of lines) {
      const weight = (line.isTitle ? 1.5 : 1) / Math.log(2 + lines.length);
      weights.set(line, (weights.get(line) ?? 0) + weight);
    }
  }
  return [...weights]
    .sort(([, a], [, b]) => b - a)
    .slice(0, maxShortlisted)
    .map(([line]) => line);
}
