import type { Knowledge } from "../knowledge/knowledge.ts";
import { toWords } from "../lib/normalise.ts";
import { createRepairWords } from "./repair-words.ts";

/** The ids of the entries that fit the words, the last of which may be half typed, best first. */
export type SuggestIndex = (words: readonly string[]) => readonly string[];

/**
 * The share of the words' weight that a title or phrase has to hold; less fits by chance. Half of it lost the right entry
 * for two of five questions in other words than the phrases', a quarter left hardly any stranger's without suggestions.
 */
const minCovered = 0.33;
/** An entry whose score is below this share of the best one's is left out. */
const minOfBest = 0.6;
/** A word that is only begun counts less than one that is whole; unless it is the last, it rarely is begun. */
const beginnings = { last: 0.9, earlier: 0.7 };
/** How much of its weight a word counts that no line has. */
const unknown = 0.5;
/** Longer beginnings are looked up by their first letters. */
const prefixLength = 4;
/** Factors of a score: titles rank higher, what is not ours lower. */
const factors = { title: 1.1, elsewhere: 0.55 };
/** How much of a score rests on how much of the line was typed, and on how many lines of the entry fit. */
const shares = { typed: 0.3, lines: 0.15 };

interface Line {
  readonly entry: string;
  readonly words: ReadonlySet<string>;
  readonly weight: number;
  readonly factor: number;
}

/** Indexes titles and phrases in all languages. */
export function createSuggestIndex({ entries }: Knowledge): SuggestIndex {
  const texts = entries.flatMap(({ id, kind, text }) =>
    Object.values(text).flatMap((own) =>
      [own?.title ?? "", ...(own?.phrases ?? [])].map((line, at) => ({
        entry: id,
        words: new Set(toWords(line)),
        factor: (at === 0 ? factors.title : 1) * (kind === "elsewhere" ? factors.elsewhere : 1),
      })),
    ),
  );
  const frequency = countWords(texts);
  const weigh = (word: string) => Math.log(1 + texts.length / (1 + (frequency.get(word) ?? 0)));
  const lines = texts.map((line): Line => ({ ...line, weight: sum([...line.words].map(weigh)) }));
  const holding = indexLines(lines);
  const known = indexPrefixes([...frequency.keys()]);
  const repair = createRepairWords(frequency);

  /** The known words that a typed one may be, each with how much it counts. */
  const readingsOf = (word: string, isLast: boolean): ReadonlyMap<string, number> => {
    const begun = (known.get(word.slice(0, prefixLength)) ?? []).filter((each) => each.startsWith(word));
    if (begun.length === 0) {
      const [repaired = word] = repair([word]);
      return frequency.has(repaired) ? new Map([[repaired, beginnings.last]]) : new Map();
    }
    const isWhole = frequency.has(word);
    const part = isLast && !isWhole ? beginnings.last : beginnings.earlier;
    return new Map(begun.map((each) => [each, each === word ? 1 : part]));
  };

  return (typed) => {
    const words = [...new Set(typed)];
    const fits = new Map<Line, Fit>();
    let typedWeight = 0;
    for (const [at, word] of words.entries()) {
      const readings = readingsOf(word, at === words.length - 1);
      // What is only begun weighs as much as the commonest word that it may become.
      const weight = readings.size > 0 ? Math.min(...[...readings.keys()].map(weigh)) : weigh(word) * unknown;
      typedWeight += weight;
      for (const [line, { part, own }] of bestIn(readings, holding, weigh)) {
        const { covered, used } = fits.get(line) ?? { covered: 0, used: 0 };
        fits.set(line, { covered: covered + part * weight, used: used + part * own });
      }
    }
    return rankEntries(fits, typedWeight);
  };
}

/** How much of what was typed a line holds, and how much of the line that is, both by the words' weights. */
interface Fit {
  readonly covered: number;
  readonly used: number;
}

/** For each line that holds a reading of a typed word, the best one: how much it counts, and its weight. */
function bestIn(
  readings: ReadonlyMap<string, number>,
  holding: ReadonlyMap<string, readonly Line[]>,
  weigh: (word: string) => number,
): ReadonlyMap<Line, { readonly part: number; readonly own: number }> {
  const best = new Map<Line, { readonly part: number; readonly own: number }>();
  for (const [reading, part] of readings) {
    const own = weigh(reading);
    for (const line of holding.get(reading) ?? []) {
      const before = best.get(line);
      if (!before || part > before.part) best.set(line, { part, own });
    }
  }
  return best;
}

/** Entries by their best line; where that is as good, by how many of their lines fit. */
function rankEntries(fits: ReadonlyMap<Line, Fit>, typedWeight: number): readonly string[] {
  const scores = new Map<string, { best: number; lines: number }>();
  for (const [line, { covered, used }] of fits) {
    const share = covered / typedWeight;
    if (share < minCovered) continue;
    const score = share * line.factor * (1 - shares.typed + (shares.typed * used) / line.weight);
    const { best, lines } = scores.get(line.entry) ?? { best: 0, lines: 0 };
    scores.set(line.entry, { best: Math.max(best, score), lines: lines + share * line.factor });
  }
  const most = Math.max(1, ...[...scores.values()].map(({ lines }) => lines));
  const ranked = [...scores]
    .map(([entry, { best, lines }]) => ({ entry, score: best * (1 + (shares.lines * lines) / most) }))
    .sort((one, other) => other.score - one.score);
  const least = (ranked[0]?.score ?? 0) * minOfBest;
  return ranked.filter(({ score }) => score >= least).map(({ entry }) => entry);
}

function countWords(lines: readonly { readonly words: ReadonlySet<string> }[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { words } of lines) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function indexLines(lines: readonly Line[]): ReadonlyMap<string, readonly Line[]> {
  const index = new Map<string, Line[]>();
  for (const line of lines) for (const word of line.words) addTo(index, word, line);
  return index;
}

/** Words by their beginnings: "m", "mf" and "mfa" all find "mfa". */
function indexPrefixes(words: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const word of words)
    for (let length = 1; length <= Math.min(prefixLength, word.length); length += 1)
      addTo(index, word.slice(0, length), word);
  return index;
}

function addTo<T>(index: Map<string, T[]>, key: string, item: T): void {
  const before = index.get(key);
  if (before) before.push(item);
  else index.set(key, [item]);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
