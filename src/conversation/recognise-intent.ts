import type { Locale } from "../answer/locale.ts";
import { readToken } from "../answer/token.ts";
import type { Wording } from "../knowledge/wording.ts";
import { toWords } from "../lib/normalise.ts";
import type { State } from "./state.ts";

/** What a short message says about the conversation itself, rather than about a problem. */
export type Intent =
  | { readonly kind: Exclude<Cue, "language" | Aside> }
  /** A language is asked for by its name. */
  | { readonly kind: "language"; readonly locale: Locale };

type Cue = keyof Wording["heard"];
/** What is no turn by itself. */
type Aside = "no" | "filler";
type Meaning = Intent | { readonly kind: Aside };

export interface RecognisedIntent {
  /** Absent when the message is about something else. */
  readonly intent?: Intent;
  /** Whether it begins by saying that it did not help: "nope, the call doesn't come either". */
  readonly isNegative: boolean;
}

/** Understands short messages, in every language at once: people mix them. */
export interface IntentRecogniser {
  /** Reads "yes, solved, thanks", "vẫn không được", "English" and their like. */
  intent(text: string): RecognisedIntent;
  /** The number typed for an option, from 1: "2", "#2", "the second one", "cái thứ hai". */
  optionNumber(text: string): number | undefined;
  /**
   * The token of the button whose words are typed: its whole label, or, for the options that come first, some
   * words that only one of them has ("root" for "Account email (root user)").
   */
  buttonToken(text: string, offered: State["offered"]): string | undefined;
}

/** To be made once of a knowledge: it puts the words of all languages into one index. */
export function createIntentRecogniser(wordings: ReadonlyMap<Locale, Wording>): IntentRecogniser {
  const all = [...wordings.values()];
  const articles = new Set(all.flatMap((wording) => wording.articles));
  return {
    intent: createRecogniseIntent(wordings),
    optionNumber: createReadOptionNumber(all.map(({ ordinals }) => ordinals)),
    buttonToken: (text, offered) => findTypedButton(text, offered, articles),
  };
}

/** A message with more words than this is read as a question. */
const wordLimit = 12;

/** When a message says several things, the one that needs an answer most: "thanks, but still not working". */
const precedence = [
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

function createRecogniseIntent(wordings: ReadonlyMap<Locale, Wording>): IntentRecogniser["intent"] {
  const readCues = createReadCues(wordings);
  return (text) => {
    const words = toWords(text.slice(0, 400));
    const said = readCues(words);
    const first = said.find((meaning) => meaning?.kind !== "filler");
    const isNegative = said[0]?.kind === "no" || first?.kind === "stuck";
    if (words.length > wordLimit || said.includes(undefined)) return { isNegative };

    const intent = intentOf(said);
    if (intent) return { intent, isNegative };
    return said.some((meaning) => meaning?.kind === "no")
      ? { intent: { kind: "stuck" }, isNegative }
      : { isNegative };
  };
}

/** The turn that counts; of two languages the one named last. */
function intentOf(said: readonly (Meaning | undefined)[]): Intent | undefined {
  const turns = said.filter((meaning) => meaning !== undefined).filter(isIntent);
  const kind = precedence.find((wanted) => turns.some((turn) => turn.kind === wanted));
  return turns.findLast((turn) => turn.kind === kind);
}

function isIntent(meaning: Meaning): meaning is Intent {
  return meaning.kind !== "no" && meaning.kind !== "filler";
}

type ReadCues = (words: readonly string[]) => readonly (Meaning | undefined)[];

/** Divides words into the longest cues, from the left; undefined stands for a word of something else. */
function createReadCues(wordings: ReadonlyMap<Locale, Wording>): ReadCues {
  const cues = indexCues(wordings);
  const lengths = [...new Set([...cues.keys()].map((said) => said.split(" ").length))].sort((a, b) => b - a);
  return (words) => {
    const said: (Meaning | undefined)[] = [];
    for (let start = 0; start < words.length; ) {
      const length =
        lengths.find((candidate) => cues.has(words.slice(start, start + candidate).join(" "))) ?? 0;
      said.push(cues.get(words.slice(start, start + length).join(" ")));
      start += Math.max(1, length);
    }
    return said;
  };
}

/** Every cue of every language, by its words; where two lists hold the same words, the earlier kind counts. */
function indexCues(wordings: ReadonlyMap<Locale, Wording>): ReadonlyMap<string, Meaning> {
  const kinds = [...precedence, "no", "filler"] as const;
  return new Map(
    kinds
      .toReversed()
      .flatMap((kind) =>
        [...wordings].flatMap(([locale, { heard }]) =>
          heard[kind].map((said) => [said, kind === "language" ? { kind, locale } : { kind }] as const),
        ),
      ),
  );
}

const digits = /^\s*[#(]?\s*(\d{1,2})\s*[.)]?\s*$/;

function createReadOptionNumber(ordinals: readonly Wording["ordinals"][]): IntentRecogniser["optionNumber"] {
  const before = new Set(ordinals.flatMap((each) => each.before));
  const after = new Set(ordinals.flatMap((each) => each.after));
  return (text) => {
    const typed = digits.exec(text)?.[1];
    if (typed !== undefined) return Number(typed);
    const spoken = without(toWords(text.slice(0, 60)).join(" "), before, after);
    const index = ordinals.map(({ words }) => words.indexOf(spoken)).find((found) => found >= 0);
    return index === undefined ? undefined : index + 1;
  };
}

/** An expression without what stands before and after it: "second" in "the second one". */
function without(spoken: string, before: ReadonlySet<string>, after: ReadonlySet<string>): string {
  const start = [...before].find((words) => spoken.startsWith(`${words} `));
  const rest = start === undefined ? spoken : spoken.slice(start.length + 1);
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
