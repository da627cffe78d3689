import { readToken } from "../answer/token.ts";
import type { LanguageStrings } from "../knowledge/language-strings.ts";
import { toWords } from "../lib/normalise.ts";
import type { State } from "./state.ts";

// What is typed in place of pressing a button: its number, or its label.

/** A number with its marks has at most so many characters; to look for one in a longer run of spaces would take long. */
const maxNumberCharacters = 12;
/** Longer messages are no ordinal. */
const maxOrdinalCharacters = 60;
const digits = /^\s*[#(]?\s*(\d{1,2})\s*[.)]?\s*$/;

export function createReadOptionNumber(
  ordinals: readonly LanguageStrings["ordinals"][],
): (text: string) => number | undefined {
  const before = new Set(ordinals.flatMap((each) => each.before));
  const after = new Set(ordinals.flatMap((each) => each.after));
  const last = new Set(ordinals.flatMap((each) => each.last));
  return (text) => {
    const trimmed = text.trim();
    const typed = trimmed.length > maxNumberCharacters ? undefined : digits.exec(trimmed)?.[1];
    if (typed !== undefined) return Number(typed);
    const words = text.length > maxOrdinalCharacters ? [] : toWords(text);
    const ordinal = withoutSurroundings(words.join(" "), before, after);
    if (words.length > 1 && /^\d{1,2}$/.test(ordinal)) return Number(ordinal);
    if (last.has(ordinal)) return lastOption;
    const index = ordinals.map((each) => each.words.indexOf(ordinal)).find((found) => found >= 0);
    return index === undefined ? undefined : index + 1;
  };
}

/** Stands for the last option, whose number is not told. */
export const lastOption = -1;

/** An expression without its articles and endings: "second" in "the second one, please". */
function withoutSurroundings(
  expression: string,
  before: ReadonlySet<string>,
  after: ReadonlySet<string>,
): string {
  const start = [...before].find((words) => expression.startsWith(`${words} `));
  if (start !== undefined) return withoutSurroundings(expression.slice(start.length + 1), before, after);
  const end = [...after].find((words) => expression.endsWith(` ${words}`));
  return end === undefined
    ? expression
    : withoutSurroundings(expression.slice(0, -end.length - 1), before, after);
}

export function findTypedButton(
  text: string,
  offered: State["offered"],
  articles: ReadonlySet<string>,
  isWhole: boolean,
): string | undefined {
  const words = toWords(text.slice(0, 100)).filter((word) => !articles.has(word));
  if (words.length === 0 || words.length > 8) return undefined;
  const labelled = offered.map(({ label, token }) => ({ words: toWords(label), token }));
  const exact = labelled.find(
    (button) => button.words.filter((word) => !articles.has(word)).join(" ") === words.join(" "),
  );
  if (exact || isWhole) return exact?.token;

  const isOption = ({ token }: { readonly token: string }) => readToken(token)?.action === "show";
  const end = labelled.findIndex((button) => !isOption(button));
  const options = end < 0 ? labelled : labelled.slice(0, end);
  const fitting = options.filter(
    (option) => words.length <= 4 && words.every((word) => option.words.includes(word)),
  );
  return fitting.length === 1 ? fitting[0]?.token : undefined;
}
