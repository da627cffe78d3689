import path from "node:path";
import type { Entry } from "../knowledge/entry.ts";
import type { Fault } from "../knowledge/fault.ts";
import { type Knowledge, textsOf } from "../knowledge/knowledge.ts";
import { toWords } from "../lib/normalise.ts";
import { checkCases } from "./check-cases.ts";
import { wordSimilarity } from "./word-similarity.ts";

/** Rules of our own pack, stricter than those of the loader. */
export interface PackCheck {
  readonly faults: readonly Fault[];
  /** What gets outdated or could be better. */
  readonly warnings: readonly Fault[];
}

/** Fewer phrases per language are a fault; fewer than recommended a warning, since phrases improve matching most. */
const minPhrases = 15;
const recommendedPhrases = { answer: 40, choice: 20, elsewhere: 20 };
/** Maximum similarity (Dice) of two phrases of an entry. */
const maxSimilarity = 0.7;
const maxAgeDays = 180;
const day = 24 * 3_600_000;

/** @param today milliseconds since 1970 */
export function checkPack(knowledge: Knowledge, today: number): PackCheck {
  const { entries } = knowledge;
  const cases = checkCases(knowledge);
  return {
    faults: [
      ...entries.flatMap((entry) => [
        ...nameFaults(entry),
        ...sourceFaults(entry),
        ...dateFaults(entry, today),
        ...textFaults(entry),
      ]),
      ...cases.faults,
    ],
    warnings: [
      ...entries.flatMap((entry) => [...ageWarnings(entry, today), ...phraseCountWarnings(entry)]),
      ...unreachableWarnings(knowledge),
      ...cases.warnings,
    ],
  };
}

function nameFaults({ id, folder }: Entry): readonly Fault[] {
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) return [];
  return [{ file: folder, message: "name the folder in small letters with dashes: forgot-root-password" }];
}

function sourceFaults({ folder, source, verified }: Entry): readonly Fault[] {
  const file = path.join(folder, "entry.yaml");
  return [
    ...(source.length > 0 ? [] : [{ file, message: "source: name the pages that the facts come from" }]),
    ...(verified
      ? []
      : [{ file, message: "verified: give the date when the entry was last held against its sources" }]),
  ];
}

/** One day of tolerance, for other time zones. */
function dateFaults({ folder, verified }: Entry, today: number): readonly Fault[] {
  if (!verified || Date.parse(verified) - today <= day) return [];
  const message = `verified: ${verified} is still to come: give the day when you read the sources`;
  return [{ file: path.join(folder, "entry.yaml"), message }];
}

function textFaults(entry: Entry): readonly Fault[] {
  return textsOf(entry).flatMap(([locale, text]) => {
    const file = path.join(entry.folder, `${locale}.md`);
    const count = text.phrases.length;
    return [
      ...(count < minPhrases
        ? [{ file, message: `phrases: ${count}, needed are at least ${minPhrases}` }]
        : []),
      ...(text.short.length > 40
        ? [{ file, message: "short: the title is too long for a button, give a short label" }]
        : []),
      ...(entry.kind === "answer" && text.stillStuck.length === 0
        ? [{ file, message: "write under ## Still stuck what else to check" }]
        : []),
      ...similarPhrases(text.phrases).map((message) => ({ file, message })),
    ];
  });
}

function phraseCountWarnings(entry: Entry): readonly Fault[] {
  const wanted = recommendedPhrases[entry.kind];
  return textsOf(entry).flatMap(([locale, { phrases }]) => {
    if (phrases.length < minPhrases || phrases.length >= wanted) return [];
    const message = `phrases: ${phrases.length}, better are at least ${wanted} for this kind of entry`;
    return [{ file: path.join(entry.folder, `${locale}.md`), message }];
  });
}

function similarPhrases(phrases: readonly string[]): readonly string[] {
  const sets = phrases.map((phrase) => ({ phrase, words: new Set(toWords(phrase)) }));
  return sets.flatMap((one, index) =>
    sets.slice(index + 1).flatMap((other) => {
      if (wordSimilarity(one.words, other.words) <= maxSimilarity) return [];
      return [`phrases: "${one.phrase}" and "${other.phrase}" are too alike`];
    }),
  );
}

function ageWarnings({ folder, verified }: Entry, today: number): readonly Fault[] {
  if (!verified) return [];
  const days = Math.floor((today - Date.parse(verified)) / day);
  if (days < maxAgeDays) return [];
  const message = `verified ${days} days ago: hold the entry against its sources again`;
  return [{ file: path.join(folder, "entry.yaml"), message }];
}

/** Entries that no button leads to, from the front page and the `person` entry on. `elsewhere` entries need none. */
function unreachableWarnings({ entries, home, person, find }: Knowledge): readonly Fault[] {
  if (home === undefined) return [];
  const reached = new Set([home, person]);
  for (const id of reached) {
    const entry = id === undefined ? undefined : find(id);
    const options = entry?.kind === "choice" ? entry.options : [];
    for (const next of [...(entry?.related ?? []), ...options]) reached.add(next);
  }
  return entries
    .filter(({ id, kind }) => kind !== "elsewhere" && !reached.has(id))
    .map(({ folder }) => ({
      file: path.join(folder, "entry.yaml"),
      message: "nobody is led to it: name it under related or options of another entry",
    }));
}
