import type { Locale } from "../../answer/locale.ts";
import type { Entry } from "../../knowledge/entry.ts";
import { type EntryPart, partName, partsOf } from "../../knowledge/entry-parts.ts";
import { type Knowledge, textOf, textsOf } from "../../knowledge/knowledge.ts";
import { createCountFollowUp, type FollowUpModel } from "../../matching/message-kinds.ts";
import { createRankLabels, type RankLabels } from "../../matching/nearest-phrases.ts";
import type { RankParts } from "../../matching/rank-parts.ts";
import { createPartRankers } from "./part-rankers.ts";

/** A part of an entry, and how well it fits a question. */
interface FittingPart {
  readonly part: EntryPart;
  /** How well it fits by the phrases that people ask about it with and by its own words, 0 to 1. */
  readonly fit: number;
  /** The share of the question's words that stand in it, 0 to 1. */
  readonly share: number;
}

export interface FoundParts {
  /** The best first. */
  readonly parts: readonly FittingPart[];
  /** How much the question is like those that no part answers, and like those about other topics, 0 to 1. */
  readonly nothing: number;
  readonly elsewhere: number;
}

/** The parts of an entry by how well they fit a question. */
export type FindParts = (entry: Entry, locale: Locale, question: string) => FoundParts;

/** How much the phrases count, and how much the part's own words. */
const phraseShare = 0.5;
const wordShare = 0.5;

/** Reads the texts of a language and of an entry when they are first asked about, since few are. */
export function createFindParts(knowledge: Knowledge, model: FollowUpModel): FindParts {
  const rankers = createPartRankers(knowledge);
  const labels = createLabelRankers(knowledge, model);
  const prepared = new Map<string, { readonly parts: readonly EntryPart[]; readonly rank: RankParts }>();
  const prepare = (entry: Entry, locale: Locale) => {
    const found = partsOf(textOf(entry, locale));
    return { parts: found.map(({ part }) => part), rank: rankers(locale)(found) };
  };
  return (entry, locale, question) => {
    const key = `${locale} ${entry.id}`;
    const { parts, rank } = prepared.get(key) ?? prepare(entry, locale);
    prepared.set(key, { parts, rank });
    const likeness = new Map(labels(entry)(question).map((one) => [one.label, one.likeness]));
    const likenessOf = (label: string) => likeness.get(label) ?? 0;
    const fitting = rank(question).flatMap(({ part: index, share }) => {
      const part = parts[index];
      return part ? [{ part, share, fit: phraseShare * likenessOf(partName(part)) + wordShare * share }] : [];
    });
    return {
      parts: fitting.sort((one, other) => other.fit - one.fit),
      nothing: likenessOf("nothing"),
      elsewhere: likenessOf("else"),
    };
  };
}

/** Compares questions with the phrases of an entry, of all languages: people mix them. */
function createLabelRankers(knowledge: Knowledge, { features }: FollowUpModel): (entry: Entry) => RankLabels {
  const createRank = createRankLabels(features, createCountFollowUp(knowledge));
  const ranked = new Map<string, RankLabels>();
  return (entry) => {
    const before = ranked.get(entry.id);
    if (before) return before;
    const phrases = textsOf(entry).flatMap(([, { followUps }]) => (followUps ? [followUps] : []));
    const rank = createRank(mergeLabels(phrases));
    ranked.set(entry.id, rank);
    return rank;
  };
}

function mergeLabels(
  all: readonly Readonly<Record<string, readonly string[]>>[],
): Readonly<Record<string, readonly string[]>> {
  const names = new Set(all.flatMap((labels) => Object.keys(labels)));
  return Object.fromEntries([...names].map((name) => [name, all.flatMap((labels) => labels[name] ?? [])]));
}
