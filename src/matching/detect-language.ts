import type { Locale } from "../answer/locale.ts";
import { toWords } from "../lib/normalise.ts";

/** The language of a text, or undefined where it could be any: "mfa" and "2" are no language. */
export type DetectLanguage = (text: string) => Locale | undefined;

/** What is known of a language. */
export interface LanguageSample {
  readonly locale: Locale;
  readonly texts: readonly string[];
  /** Letters that tell it from the others. */
  readonly letters: string;
  /** People who speak other languages type a few of its words as well. */
  readonly lendsWords: boolean;
}

/** Evidence (a sum of log odds) from which on a language is told; a single telling word is enough. */
const minEvidence = 1.6;
/** A few words of English are no English: Vietnamese speakers type "reset password" and "help" as well. */
const few = { words: 3, enough: 5 };
/** The most that one word can say. */
const maxWordEvidence = 2.5;
/** Words that no phrase has are judged by their pieces; even together they don't tell a language. */
const maxUnknownWordEvidence = 0.8;
const maxUnknownEvidence = 1.2;
/** Words looked at: what language a text has shows early. */
const maxWords = 300;

/**
 * Learns from texts of each language. The evidence of a language is the least by which it beats any other. Own
 * code, because language libraries know Vietnamese by its accents and take "mat dien thoai roi" for anything else.
 */
export function createDetectLanguage(samples: readonly LanguageSample[]): DetectLanguage {
  const languages = samples.map(toProfile);
  const pairs = languages.flatMap((one, index) =>
    languages.slice(index + 1).map((other) => [one, other] as const),
  );
  const isKnown = (word: string) => languages.some(({ words }) => words.has(word));

  return (text) => {
    const start = text.slice(0, 6000);
    const words = toWords(start).slice(0, maxWords);
    const seen: TextFeatures = {
      known: words.filter(isKnown),
      unknown: words.filter((word) => !isKnown(word) && /\p{L}/u.test(word)).map(piecesOf),
      letters: lettersIn(start.normalize("NFC"), languages),
    };
    const leads = pairs.map(([one, other]) => ({ one, other, by: evidence(seen, one, other) }));
    const isFew = words.length <= few.words;
    return languages.find((language) => {
      const needed = language.lendsWords && isFew ? few.enough : minEvidence;
      return leads.length > 0 && leastLead(language, leads) >= needed;
    })?.locale;
  };
}

/** By how much one language is more likely than another. */
interface PairEvidence {
  readonly one: LanguageProfile;
  readonly other: LanguageProfile;
  readonly by: number;
}

function leastLead(language: LanguageProfile, leads: readonly PairEvidence[]): number {
  const own = leads.flatMap(({ one, other, by }) => {
    if (one === language) return [by];
    return other === language ? [-by] : [];
  });
  return Math.min(...own);
}

type Tally = ReadonlyMap<string, number>;

interface LanguageProfile extends LanguageSample {
  readonly words: Tally;
  readonly pieces: Tally;
  readonly letterPattern: RegExp | undefined;
}

/** What a text shows of its language. */
interface TextFeatures {
  readonly known: readonly string[];
  readonly unknown: readonly (readonly string[])[];
  readonly letters: ReadonlyMap<LanguageProfile, number>;
}

/** How much more likely a text is one language than another. */
function evidence(
  { known, unknown, letters }: TextFeatures,
  one: LanguageProfile,
  other: LanguageProfile,
): number {
  const ofKnown = sum(known.map((word) => clip(odds(one.words, other.words, word), maxWordEvidence)));
  const ofUnknown = sum(
    unknown.map((pieces) =>
      clip(
        sum(pieces.map((piece) => odds(one.pieces, other.pieces, piece))) / pieces.length,
        maxUnknownWordEvidence,
      ),
    ),
  );
  const ofLetters = (letters.get(one) ?? 0) - (letters.get(other) ?? 0);
  return ofLetters + ofKnown + clip(ofUnknown, maxUnknownEvidence);
}

function lettersIn(text: string, languages: readonly LanguageProfile[]): TextFeatures["letters"] {
  return new Map(
    languages.flatMap((language) =>
      language.letterPattern ? [[language, text.match(language.letterPattern)?.length ?? 0]] : [],
    ),
  );
}

function toProfile(sample: LanguageSample): LanguageProfile {
  const letters = sample.letters.normalize("NFC");
  const letterPattern = letters === "" ? undefined : new RegExp(`[${letters}]`, "giu");
  return { ...sample, ...count(sample.texts), letterPattern };
}

function count(texts: readonly string[]): { readonly words: Tally; readonly pieces: Tally } {
  const words = new Map<string, number>();
  const pieces = new Map<string, number>();
  for (const word of texts.flatMap(toWords)) {
    add(words, word);
    for (const piece of piecesOf(word)) add(pieces, piece);
  }
  return { words, pieces };
}

function add(tally: Map<string, number>, key: string): void {
  tally.set(key, (tally.get(key) ?? 0) + 1);
}

function piecesOf(word: string): readonly string[] {
  const framed = ` ${word} `;
  return Array.from({ length: framed.length - 2 }, (_, start) => framed.slice(start, start + 3));
}

function odds(of: Tally, against: Tally, key: string): number {
  return Math.log(((of.get(key) ?? 0) + 0.3) / ((against.get(key) ?? 0) + 0.3));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function clip(value: number, limit: number): number {
  return Math.max(-limit, Math.min(limit, value));
}
