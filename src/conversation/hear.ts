import { readToken } from "../answer/token.ts";
import { toWords } from "../matching/normalise.ts";
import type { State } from "./state.ts";
import type { Wording } from "./wording/wording.ts";
import { allWordings } from "./wording/words-for.ts";

/** What a short message says about the conversation itself, rather than about a problem. */
export type Turn = Exclude<Cue, "no" | "filler">;

type Cue = keyof Wording["heard"];

export interface Heard {
  /** Absent when the message is about something else. */
  readonly turn?: Turn;
  /** Whether it begins by saying that it did not help: "nope, the call doesn't come either". */
  readonly isNegative: boolean;
}

/** A message with more words than this is read as a question. */
const wordLimit = 12;

/** When a message says several things, the one that needs an answer most: "thanks, but still not working". */
const precedence: readonly Turn[] = [
  "stuck",
  "notMeant",
  "person",
  "vietnamese",
  "english",
  "solved",
  "unsure",
  "yes",
  "thanks",
  "greeting",
];

/** Reads "yes, solved, thanks", "vẫn không được", "English" and their like. */
export function hear(text: string): Heard {
  const words = toWords(text.slice(0, 400));
  const said = readCues(words);
  const isNegative = said[0] === "no" || said.find((cue) => cue !== "filler") === "stuck";
  if (words.length > wordLimit || said.includes(undefined)) return { isNegative };

  const turn = precedence.find((wanted) => said.includes(wanted));
  if (turn) return { turn, isNegative };
  return said.includes("no") ? { turn: "stuck", isNegative } : { isNegative };
}

/** Divides the words into the longest cues, from the left; undefined stands for a word of something else. */
function readCues(words: readonly string[]): readonly (Cue | undefined)[] {
  const said: (Cue | undefined)[] = [];
  for (let start = 0; start < words.length; ) {
    const length =
      lengths.find((candidate) => cues.has(words.slice(start, start + candidate).join(" "))) ?? 0;
    said.push(cues.get(words.slice(start, start + length).join(" ")));
    start += Math.max(1, length);
  }
  return said;
}

/** Every cue of every language, by its words; where two lists hold the same words, the earlier name counts. */
const cues: ReadonlyMap<string, Cue> = new Map(
  [...precedence, "no" as const, "filler" as const]
    .reverse()
    .flatMap((cue) =>
      allWordings.flatMap(({ heard }) => listed(heard[cue]).map((said) => [said, cue] as const)),
    ),
);

/** The lengths of cues in words, the longest first. */
const lengths = [...new Set([...cues.keys()].map((said) => said.split(" ").length))].sort((a, b) => b - a);

/** All cues of a language, for telling languages apart. */
export function cuesOf(wording: Wording): readonly string[] {
  return Object.values(wording.heard).flatMap(listed);
}

function listed(list: string): readonly string[] {
  return list.split(",").flatMap((said) => said.trim() || []);
}

const digits = /^\s*[#(]?\s*(\d{1,2})\s*[.)]?\s*$/;

/** The number typed for an option, from 1: "2", "#2", "the second one", "cái thứ hai". */
export function hearNumber(text: string): number | undefined {
  const typed = digits.exec(text)?.[1];
  if (typed !== undefined) return Number(typed);
  const spoken = toWords(text.slice(0, 60)).join(" ");
  const index = allWordings
    .map(({ ordinals }) => listed(ordinals).indexOf(spoken.replace(besideOrdinals, "")))
    .find((found) => found >= 0);
  return index === undefined ? undefined : index + 1;
}

const besideOrdinals = /^(the|cai|so|muc) | (one|option|please|nhe|a)$/g;

/**
 * The token of the button whose words are typed: its whole label, or, for the options that come first, some
 * words that only one of them has ("root" for "Account email (root user)").
 */
export function hearButton(text: string, offered: State["offered"]): string | undefined {
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

/** Words beside a button's name that say nothing about which. */
const articles: ReadonlySet<string> = new Set(
  "the a an my i it is its use using with cai toi em minh la dung bang".split(" "),
);
