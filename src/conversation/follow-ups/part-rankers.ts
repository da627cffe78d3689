import type { Locale } from "../../answer/locale.ts";
import { partsOf } from "../../knowledge/entry-parts.ts";
import { type Knowledge, textOf } from "../../knowledge/knowledge.ts";
import { toWords } from "../../lib/normalise.ts";
import { createRankParts } from "../../matching/rank-parts.ts";

type PartRanker = ReturnType<typeof createRankParts>;

/** Ranks the parts of any entry by their own words; what the words of a language weigh is counted when first needed. */
export function createPartRankers(knowledge: Knowledge): (locale: Locale) => PartRanker {
  const rankers = new Map<Locale, PartRanker>();
  return (locale) => {
    const ranker = rankers.get(locale) ?? createRanker(knowledge, locale);
    rankers.set(locale, ranker);
    return ranker;
  };
}

function createRanker({ entries, strings, synonyms }: Knowledge, locale: Locale): PartRanker {
  const texts = entries
    .filter(({ text }) => text[locale] !== undefined)
    .flatMap((entry) =>
      partsOf(textOf(entry, locale)).map(({ heading, text }) => toWords(`${heading} ${text}`)),
    );
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
