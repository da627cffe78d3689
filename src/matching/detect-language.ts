import type { Locale } from "../answer/locale.ts";
import { toWords } from "../lib/normalise.ts";

/** The language of a text; undefined if it could be any, as with "mfa" or "2". */
export type DetectLanguage = (text: string) => Locale | undefined;

/** What a language is learned from. */
export interface LanguageSample {
  readonly locale: Locale;
  readonly texts: readonly string[];
  /** Letters that only this language has. */
  readonly letters: string;
  /** Whether speakers of other languages use some of its words. */
  readonly lendsWords: boolean;
}

/** Minimum evidence (a sum of log odds) to decide; a single distinctive word is enough. */
const minEvidence = 1.6;
/** Short texts need more evidence for a language that lends words: Vietnamese speakers type "reset password" too. */
const shortText = { maxWords: 3, minEvidence: 5 };
/** Limit of the evidence of one word. */
const maxWordEvidence = 2.5;
/** Limits for unknown words, which are judged by their n-grams; all together they can't decide. */
const maxUnknownWordEvidence = 0.8;
const maxUnknownEvidence = 1.2;
/** Further words are ignored. */
const maxWords = 300;

/** How often a language uses words and their trigrams, as plain data. */
export interface LanguageProfile extends Omit<LanguageSample, "texts"> {
  readonly words: WordCounts;
  readonly trigrams: WordCounts;
}

/** Learns a language from its texts. */
export function learnLanguage({ texts, ...language }: LanguageSample): LanguageProfile {
  const words = new Map<string, number>();
  const trigrams = new Map<string, number>();
  for (const word of texts.flatMap(toWords)) {
    add(words, word);
    for (const trigram of trigramsOf(word)) add(trigrams, trigram);
  }
  return { ...language, words, trigrams };
}

/**
 * The evidence for a language is its smallest lead over any other. No library is used, because they recognise Vietnamese by
 * its accents and fail on "mat dien thoai roi".
 */
export function createDetectLanguage(profiles: readonly LanguageProfile[]): DetectLanguage {
  const languages = profiles.map((profile) => ({ ...profile, letterPattern: letterPatternOf(profile) }));
  const pairs = languages.flatMap((one, index) =>
    languages.slice(index + 1).map((other) => [one, other] as const),
  );
  const isKnown = (word: string) => languages.some(({ words }) => words.has(word));

  return (text) => {
    const start = text.slice(0, 6000);
    const words = toWords(start)
      .filter((word) => /\p{L}/u.test(word))
      .slice(0, maxWords);
    const features: TextFeatures = {
      known: words.filter(isKnown),
      unknown: words.filter((word) => !isKnown(word)).map(trigramsOf),
      letters: lettersIn(start.normalize("NFC"), languages),
    };
    const leads = pairs.map(([one, other]) => ({ one, other, evidence: evidenceFor(features, one, other) }));
    const isShort = words.length <= shortText.maxWords;
    return languages.find((language) => {
      const needed = language.lendsWords && isShort ? shortText.minEvidence : minEvidence;
      return leads.length > 0 && leastLead(language, leads) >= needed;
    })?.locale;
  };
}

/** How much more likely one language is than another. */
interface PairEvidence {
  readonly one: KnownLanguage;
  readonly other: KnownLanguage;
  readonly evidence: number;
}

function leastLead(language: KnownLanguage, leads: readonly PairEvidence[]): number {
  const own = leads.flatMap(({ one, other, evidence }) => {
    if (one === language) return [evidence];
    return other === language ? [-evidence] : [];
  });
  return Math.min(...own);
}

type WordCounts = ReadonlyMap<string, number>;

interface KnownLanguage extends LanguageProfile {
  readonly letterPattern: RegExp | undefined;
}

/** The parts of a text that tell its language. */
interface TextFeatures {
  readonly known: readonly string[];
  readonly unknown: readonly (readonly string[])[];
  readonly letters: ReadonlyMap<KnownLanguage, number>;
}

/** How much more likely a text is in one language than in another, as log odds. */
function evidenceFor(
  { known, unknown, letters }: TextFeatures,
  one: KnownLanguage,
  other: KnownLanguage,
): number {
  const ofKnown = sum(known.map((word) => clip(odds(one.words, other.words, word), maxWordEvidence)));
  const ofUnknown = sum(
    unknown.map((trigrams) =>
      clip(
        sum(trigrams.map((trigram) => odds(one.trigrams, other.trigrams, trigram))) / trigrams.length,
        maxUnknownWordEvidence,
      ),
    ),
  );
  const ofLetters = (letters.get(one) ?? 0) - (letters.get(other) ?? 0);
  return ofLetters + ofKnown + clip(ofUnknown, maxUnknownEvidence);
}

function lettersIn(text: string, languages: readonly KnownLanguage[]): TextFeatures["letters"] {
  return new Map(
    languages.flatMap((language) =>
      language.letterPattern ? [[language, text.match(language.letterPattern)?.length ?? 0]] : [],
    ),
  );
}

function letterPatternOf({ letters }: LanguageProfile): RegExp | undefined {
  return letters === "" ? undefined : new RegExp(`[${letters.normalize("NFC")}]`, "giu");
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function trigramsOf(word: string): readonly string[] {
  const padded = ` ${word} `;
  return Array.from({ length: padded.length - 2 }, (_, start) => padded.slice(start, start + 3));
}

function odds(of: WordCounts, against: WordCounts, key: string): number {
  return Math.log(((of.get(key) ?? 0) + 0.3) / ((against.get(key) ?? 0) + 0.3));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function clip(value: number, limit: number): number {
  return Math.max(-limit, Math.min(limit, value));
}
