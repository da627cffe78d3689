import type { Entry } from "../knowledge/entry.ts";
import { type Knowledge, textsOf } from "../knowledge/knowledge.ts";
import type { OtherLanguage } from "../knowledge/read-other-languages.ts";
import { toWords } from "../lib/normalise.ts";
import { createExpressions } from "../matching/expressions.ts";
import { createIsStrange } from "./strange-words.ts";

/**
 * A text in a language that the bot doesn't speak; `code` if it is known which. `isWhole`: every word is one of that
 * language ("gracias"). `byWords`: nothing but its words tells it, so that it may look like a language that is spoken.
 */
interface ForeignText {
  readonly code?: string;
  readonly isWhole?: true;
  readonly byWords?: true;
}

/** Undefined for texts that may be in a language that is spoken. */
export type RecogniseForeign = (text: string) => ForeignText | undefined;

/** More characters are not read. */
const maxCharacters = 500;
/** Minimum share of the letters that a foreign script needs: names are written in their own. */
const minScriptShare = 1 / 3;
/** What a telling word counts, and how much is needed. */
const tellingWeight = 2;
const minWeight = 2;
/** Minimum letters that no spoken language has, for a language that nothing is known of. */
const minForeignLetters = 2;

/**
 * Tells by the script, or by the words that are listed for each language.
 * @param phraseWords the words of all titles and phrases
 */
export function createRecogniseForeign(
  knowledge: Pick<Knowledge, "otherLanguages" | "entries" | "strings" | "names">,
  phraseWords: ReadonlyMap<string, unknown>,
): RecogniseForeign {
  const { otherLanguages, entries } = knowledge;
  const languages = otherLanguages.map(readCues);
  let ownLetters: ReadonlySet<string> | undefined;
  const isForeign = (letter: string) => {
    if (/[a-z]/i.test(letter)) return false;
    ownLetters ??= lettersOf(entries);
    return !ownLetters.has(letter.toLowerCase());
  };
  const isStrange = createIsStrange(knowledge, phraseWords);
  return (given) => {
    const text = given.slice(0, maxCharacters).normalize("NFC");
    const letters = text.match(/\p{L}/gu) ?? [];
    if (letters.length === 0) return undefined;
    const byScript = languages.find(
      ({ script }) =>
        script && letters.filter((letter) => script.test(letter)).length >= letters.length * minScriptShare,
    );
    if (byScript) return { code: byScript.code };
    const words = toWords(text);
    const [best] = languages
      .map(({ code, weigh, covers }) => ({ code, covers, weight: weigh(words) }))
      .sort((one, other) => other.weight - one.weight);
    if (best && best.weight >= minWeight)
      return { code: best.code, ...(best.covers(words) && ({ isWhole: true } as const)) };
    if (letters.filter(isForeign).length >= minForeignLetters) return {};
    return isStrange(words) ? { byWords: true } : undefined;
  };
}

/** The letters of the languages that the entries are written in. */
function lettersOf(entries: readonly Entry[]): ReadonlySet<string> {
  const texts = entries.flatMap((entry) =>
    textsOf(entry).flatMap(([, { title, phrases }]) => [title, ...phrases]),
  );
  return new Set(texts.join("").normalize("NFC").toLowerCase());
}

interface LanguageCues {
  readonly code: string;
  readonly script: RegExp | undefined;
  /** How much some words tell of the language; each expression counts once. */
  readonly weigh: (words: readonly string[]) => number;
  /** Whether there is no other word among some. */
  readonly covers: (words: readonly string[]) => boolean;
}

function readCues({ code, scripts, telling, words }: OtherLanguage): LanguageCues {
  const all = createExpressions([...telling, ...words]);
  const isTelling = new Set(telling);
  return {
    code,
    script:
      scripts.length > 0
        ? new RegExp(`[${scripts.map((name) => `\\p{Script=${name}}`).join("")}]`, "u")
        : undefined,
    weigh: (given) => {
      const found = new Set(given.flatMap((_, start) => all.at(given, start)?.join(" ") ?? []));
      return [...found].reduce((sum, cue) => sum + (isTelling.has(cue) ? tellingWeight : 1), 0);
    },
    covers: (given) => {
      let start = 0;
      while (start < given.length) {
        const length = all.at(given, start)?.length ?? 0;
        if (length === 0) return false;
        start += length;
      }
      return true;
    },
  };
}
