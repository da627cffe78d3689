import type { Locale } from "../answer/locale.ts";
import type { LanguageStrings } from "../knowledge/language-strings.ts";
import { toWords } from "../lib/normalise.ts";
import { createExpressions } from "../matching/expressions.ts";
import { createReadOptionNumber, findTypedButton } from "./recognise-option.ts";
import { splitGreedily, splitWhole } from "./split-cues.ts";
import type { State } from "./state.ts";

/** What a short message says about the conversation itself, rather than about a problem. */
export type Intent =
  | { readonly kind: Exclude<Cue, "language" | NonIntent> }
  /** Asks for a language by its name. */
  | { readonly kind: "language"; readonly locale: Locale };

type Cue = keyof LanguageStrings["heard"];
/** Words that are no intent by themselves. */
type NonIntent = "no" | "filler";
type CueMeaning = Intent | { readonly kind: NonIntent };

export interface RecognisedIntent {
  /** Absent if the message is about something else. */
  readonly intent?: Intent;
  /** Whether it begins with a no: "nope, the call doesn't come either". */
  readonly isNegative: boolean;
  /** Set if it is a no and nothing else. */
  readonly isNo?: true;
}

/** Recognises intents by rules, in every language at once: people mix them. */
export interface IntentRecogniser {
  /** Recognises "yes, solved, thanks", "vẫn không được", "English" and the like. */
  recognise(text: string): RecognisedIntent;
  /** Whether a message begins as one that tells one more trouble: "and also ...". */
  beginsMore(text: string): boolean;
  /** A message without the clauses that only scold, unless there are no others. */
  withoutAnger(text: string): string;
  /** The number of an option, from 1: "2", "option 2", "the second one", "cái thứ hai"; -1 is the last one. */
  optionNumber(text: string): number | undefined;
  /**
   * The token of the button whose label was typed; for options, some words of the label are enough if only
   * one option has them ("root" for "Account email (root user)").
   * @param isWhole whether it takes the whole label, as for words that mean something else by themselves
   */
  buttonToken(text: string, offered: State["offered"], isWhole: boolean): string | undefined;
}

/** Indexes the cues of all languages; create it once for a knowledge. */
export function createIntentRecogniser(strings: ReadonlyMap<Locale, LanguageStrings>): IntentRecogniser {
  const all = [...strings.values()];
  const articles = new Set(all.flatMap((language) => language.articles));
  const recognise = createRecogniseIntent(strings);
  return {
    recognise,
    beginsMore: createBeginsWith(all.flatMap(({ moreover }) => moreover)),
    withoutAnger: createWithoutAnger(recognise),
    optionNumber: createReadOptionNumber(all.map(({ ordinals }) => ordinals)),
    buttonToken: (text, offered, isWhole) => findTypedButton(text, offered, articles, isWhole),
  };
}

function createBeginsWith(expressions: readonly string[]): IntentRecogniser["beginsMore"] {
  const found = createExpressions(expressions);
  return (text) => found.at(toWords(text.slice(0, 100)), 0) !== undefined;
}

/** Maximum characters in which scolding is looked for. */
const maxScoldingCharacters = 600;

/** Words at the end of a clause that may be a scolding by themselves: "you dumb thing". */
const endWords = [5, 4, 3, 2];

/** Leaves out the clauses that scold and say nothing else, and scolding at the end of others. */
function createWithoutAnger(recognise: IntentRecogniser["recognise"]): IntentRecogniser["withoutAnger"] {
  const isAngry = (words: string) => recognise(words).intent?.kind === "anger";
  const withoutEnd = (clause: string) => {
    const words = clause.split(" ");
    const length = endWords.find((count) => count < words.length && isAngry(words.slice(-count).join(" ")));
    return length === undefined ? clause : words.slice(0, -length).join(" ");
  };
  return (text) => {
    if (text.length > maxScoldingCharacters) return text;
    const rest = text
      .split(/(?<=[,;.!?\n])/u)
      .flatMap((clause) => (isAngry(clause) ? [] : withoutEnd(clause)))
      .join("")
      .trim();
    return /\p{L}/u.test(rest) ? rest : text;
  };
}

/** Longer messages, in words, are questions. */
const maxIntentWords = 12;

/** Of several intents the one that most needs an answer: "thanks, but still not working". */
const precedence = [
  "kept",
  "about",
  "anger",
  "stuck",
  "notMeant",
  "person",
  "language",
  "solved",
  "unsure",
  "confused",
  "news",
  "later",
  "yes",
  "thanks",
  "help",
  "ok",
  "greeting",
] as const satisfies readonly Intent["kind"][];

function createRecogniseIntent(strings: ReadonlyMap<Locale, LanguageStrings>): IntentRecogniser["recognise"] {
  const readCues = createReadCues(strings);
  return (text) => {
    const words = toWords(text.slice(0, 400));
    const meanings = readCues(words.slice(0, maxIntentWords + 1));
    const first = meanings.find((meaning) => meaning?.kind !== "filler");
    const isNegative = meanings[0]?.kind === "no" || first?.kind === "stuck";
    if (words.length > maxIntentWords || meanings.includes(undefined)) return { isNegative };

    const intent = intentOf(meanings);
    if (intent) return { intent, isNegative };
    return meanings.some((meaning) => meaning?.kind === "no")
      ? { intent: { kind: "stuck" }, isNegative, isNo: true }
      : { isNegative };
  };
}

/** The intent that counts; of two languages the one named last. */
function intentOf(meanings: readonly (CueMeaning | undefined)[]): Intent | undefined {
  const intents = meanings.filter((meaning) => meaning !== undefined).filter(isIntent);
  const kind = precedence.find((wanted) => intents.some((intent) => intent.kind === wanted));
  return intents.findLast((intent) => intent.kind === kind);
}

function isIntent(meaning: CueMeaning): meaning is Intent {
  return meaning.kind !== "no" && meaning.kind !== "filler";
}

type ReadCues = (words: readonly string[]) => readonly (CueMeaning | undefined)[];

/**
 * Splits words into cues: into cues alone if they can be, else into the longest ones from the left, where undefined stands
 * for a word that is no cue.
 */
function createReadCues(strings: ReadonlyMap<Locale, LanguageStrings>): ReadCues {
  const cues = indexCues(strings);
  const lengths = [...new Set([...cues.keys()].map((cue) => cue.split(" ").length))].sort((a, b) => b - a);
  const cueAt = (words: readonly string[], start: number, length: number) =>
    cues.get(words.slice(start, start + length).join(" "));
  return (words) => splitWhole(words, lengths, cueAt) ?? splitGreedily(words, lengths, cueAt);
}

/** Every cue of every language by its words. If two kinds have the same cue, the earlier kind wins. */
function indexCues(strings: ReadonlyMap<Locale, LanguageStrings>): ReadonlyMap<string, CueMeaning> {
  const kinds = [...precedence, "no", "filler"] as const;
  return new Map(
    kinds
      .toReversed()
      .flatMap((kind) =>
        [...strings].flatMap(([locale, { heard }]) =>
          heard[kind].map((cue) => [cue, kind === "language" ? { kind, locale } : { kind }] as const),
        ),
      ),
  );
}
