import type { Locale } from "../answer/locale.ts";
import type { Entry } from "./entry.ts";
import { textsOf } from "./knowledge.ts";
import { textFile, type UnlocatedFault } from "./unlocated-fault.ts";

/** Phrases of one file that are named one by one where another file has them as well; more are a copied folder. */
const maxNamedPhrases = 5;

/** A phrase of two entries says nothing about either; only an entry's own languages may share one. */
export function sharedPhrases(entries: readonly Entry[]): readonly UnlocatedFault[] {
  const owners = new Map<string, Owner>();
  return entries.flatMap((entry) =>
    textsOf(entry).flatMap(([locale, { phrases }]) => {
      const repeated = phrases.flatMap((phrase, index): readonly Repeated[] => {
        const key = keyOf(phrase);
        const first = owners.get(key);
        owners.set(key, first ?? { entry, locale });
        if (!first || (first.entry === entry && first.locale !== locale)) return [];
        return [{ phrase, index, owner: textFile(first.entry, first.locale) }];
      });
      return faultsOf(textFile(entry, locale), repeated);
    }),
  );
}

interface Owner {
  readonly entry: Entry;
  readonly locale: Locale;
}

interface Repeated {
  readonly phrase: string;
  readonly index: number;
  /** The file that had the phrase first. */
  readonly owner: string;
}

function keyOf(phrase: string): string {
  return phrase
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function faultsOf(file: string, repeated: readonly Repeated[]): readonly UnlocatedFault[] {
  return repeated.flatMap(({ phrase, index, owner }) => {
    const at = ["phrases", index];
    const same = repeated.filter((other) => other.owner === owner);
    if (same.length <= maxNamedPhrases || owner === file)
      return [{ file, at, message: `phrases: "${phrase}" stands in ${owner} already` }];
    const message = `${same.length} phrases stand in ${owner} already: a phrase belongs to one entry`;
    return same[0]?.index === index ? [{ file, at, message }] : [];
  });
}
