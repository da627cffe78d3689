import type { Locale } from "../answer/locale.ts";
import { readToken } from "../answer/token.ts";
import type { LanguageStrings } from "../knowledge/language-strings.ts";
import { toWords } from "../lib/normalise.ts";
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
  /** The number of an option, from 1: "2", "#2", "the second one", "cái thứ hai". */
  optionNumber(text: string): number | undefined;
  /**
   * The token of the button whose label was typed; for options, some words of the label are enough if only
   * one option has them ("root" for "Account email (root user)").
   */
  buttonToken(text: string, offered: State["offered"]): string | undefined;
}

/** Indexes the cues of all languages; create it once for a knowledge. */
export function createIntentRecogniser(strings: ReadonlyMap<Locale, LanguageStrings>): IntentRecogniser {
  const all = [...strings.values()];
  const articles = new Set(all.flatMap((language) => language.articles));
  return {
    recognise: createRecogniseIntent(strings),
    optionNumber: createReadOptionNumber(all.map(({ ordinals }) => ordinals)),
    buttonToken: (text, offered) => findTypedButton(text, offered, articles),
  };
}

/** Longer messages, in words, are questions. */
const maxIntentWords = 12;

/** Of several intents the one that most needs an answer: "thanks, but still not working". */
const precedence = [
  "kept",
  "stuck",
  "notMeant",
  "person",
  "language",
  "solved",
  "unsure",
  "yes",
  "thanks",
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

/** Splits words into the longest cues, from the left; undefined stands for a word that is no cue. */
function createReadCues(strings: ReadonlyMap<Locale, LanguageStrings>): ReadCues {
  const cues = indexCues(strings);
  const lengths = [...new Set([...cues.keys()].map((cue) => cue.split(" ").length))].sort((a, b) => b - a);
  return (words) => {
    const meanings: (CueMeaning | undefined)[] = [];
    for (let start = 0; start < words.length; ) {
      const length =
        lengths.find((candidate) => cues.has(words.slice(start, start + candidate).join(" "))) ?? 0;
      meanings.push(cues.get(words.slice(start, start + length).join(" ")));
      start += Math.max(1, length);
    }
    return meanings;
  };
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

/** A number with its marks has at most so many characters; to look for one in a longer run of spaces would take long. */
const maxNumberCharacters = 12;
const digits = /^\s*[#(]?\s*(\d{1,2})\s*[.)]?\s*$/;

function createReadOptionNumber(
  ordinals: readonly LanguageStrings["ordinals"][],
): IntentRecogniser["optionNumber"] {
  const before = new Set(ordinals.flatMap((each) => each.before));
  const after = new Set(ordinals.flatMap((each) => each.after));
  return (text) => {
    const trimmed = text.trim();
    const typed = trimmed.length > maxNumberCharacters ? undefined : digits.exec(trimmed)?.[1];
    if (typed !== undefined) return Number(typed);
    const ordinal = withoutSurroundings(toWords(text.slice(0, 60)).join(" "), before, after);
    const index = ordinals.map(({ words }) => words.indexOf(ordinal)).find((found) => found >= 0);
    return index === undefined ? undefined : index + 1;
  };
}

/** An expression without its articles and endings: "second" in "the second one". */
function withoutSurroundings(
  expression: string,
  before: ReadonlySet<string>,
  after: ReadonlySet<string>,
): string {
  const start = [...before].find((words) => expression.startsWith(`${words} `));
  const rest = start === undefined ? expression : expression.slice(start.length + 1);
  const end = [...after].find((words) => rest.endsWith(` ${words}`));
  return end === undefined ? rest : rest.slice(0, -end.length - 1);
}

function findTypedButton(
  text: string,
  offered: State["offered"],
  articles: ReadonlySet<string>,
): string | undefined {
  const words = toWords(text.slice(0, 100)).filter((word) => !articles.has(word));
  if (words.length === 0 || words.length > 8) return undefined;
  const labelled = offered.map(({ label, token }) => ({ words: toWords(label), token }));
  const exact = labelled.find(
    (button) => button.words.filter((word) => !articles.has(word)).join(" ") === words.join(" "),
  );
  if (exact) return exact.token;

  const isOption = ({ token }: { readonly token: string }) => readToken(token)?.action === "show";
  const end = labelled.findIndex((button) => !isOption(button));
  const options = end < 0 ? labelled : labelled.slice(0, end);
  const fitting = options.filter(
    (option) => words.length <= 4 && words.every((word) => option.words.includes(word)),
  );
  return fitting.length === 1 ? fitting[0]?.token : undefined;
}
