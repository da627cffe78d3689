import type { Locale } from "../../answer/locale.ts";
import type { Entry } from "../../knowledge/entry.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { toWords } from "../../lib/normalise.ts";
import { createRankParts, type RankParts } from "../../matching/rank-parts.ts";
import { type EntryPart, partsOf } from "./entry-parts.ts";

/** A part of an entry, and how well it fits a question. */
export interface FittingPart {
  readonly part: EntryPart;
  /** How much of the question was found in it, in nats. */
  readonly evidence: number;
  /** The share of the question that was found in it, 0 to 1. */
  readonly share: number;
}

/** The parts of an entry by how well they fit a question, the best first. */
export type FindParts = (entry: Entry, locale: Locale, question: string) => readonly FittingPart[];

/** Reads the texts of a language and of an entry when they are first asked about, since few are. */
export function createFindParts(knowledge: Knowledge): FindParts {
  const rankers = new Map<Locale, ReturnType<typeof createRankParts>>();
  const prepared = new Map<string, { readonly parts: readonly EntryPart[]; readonly rank: RankParts }>();
  const rankerFor = (locale: Locale) => {
    const ranker = rankers.get(locale) ?? createRanker(knowledge, locale);
    rankers.set(locale, ranker);
    return ranker;
  };
  const prepare = (entry: Entry, locale: Locale) => {
    const found = partsOf(entry, locale);
    return { parts: found.map(({ part }) => part), rank: rankerFor(locale)(found) };
  };
  return (entry, locale, question) => {
    const key = `${locale} ${entry.id}`;
    const { parts, rank } = prepared.get(key) ?? prepare(entry, locale);
    prepared.set(key, { parts, rank });
    return rank(question).flatMap(({ part: index, ...fit }) => {
      const part = parts[index];
      return part ? [{ part, ...fit }] : [];
    });
  };
}

function createRanker({ entries, strings, synonyms }: Knowledge, locale: Locale) {
  const texts = entries
    .filter(({ text }) => text[locale] !== undefined)
    .flatMap((entry) => partsOf(entry, locale).map(({ heading, text }) => toWords(`${heading} ${text}`)));
  const uses = new Map<string, number>();
  for (const words of texts) for (const word of new Set(words)) uses.set(word, (uses.get(word) ?? 0) + 1);
  const cues = [...strings.values()].map(({ followUps }) => followUps);
  return createRankParts({
    uses,
    texts: texts.length,
    synonyms: [...synonyms, ...cues.flatMap(({ same }) => same)],
    kinds: mergeKinds(cues.map(({ kinds }) => kinds)),
    fillers: cues.flatMap(({ ignored }) => ignored),
  });
}

type Kinds = Readonly<
  Record<string, { readonly asks: readonly string[]; readonly tells: readonly string[] }>
>;

/** The kinds of questions of all languages: people mix them. */
function mergeKinds(all: readonly Kinds[]): readonly Kinds[string][] {
  const names = new Set(all.flatMap((kinds) => Object.keys(kinds)));
  return [...names].map((name) => ({
    asks: all.flatMap((kinds) => kinds[name]?.asks ?? []),
    tells: all.flatMap((kinds) => kinds[name]?.tells ?? []),
  }));
}
