import { toWords } from "../matching/normalise.ts";
import type { Wording } from "./wording/wording.ts";
import { allWordings } from "./wording/words-for.ts";

type Cue = keyof Wording["heard"];

/** What a short message says about the conversation itself, rather than about a problem. */
export type Turn = Exclude<Cue, "no" | "filler">;

export interface Heard {
  /** Absent when the message is about something else. */
  readonly turn?: Turn;
  /** Whether it begins with a no: "nope, the call doesn't come either". */
  readonly beginsWithNo: boolean;
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
  "thanks",
  "greeting",
];

/** Reads "yes, solved, thanks", "vẫn không được", "English" and their like. */
export function hear(text: string): Heard {
  const words = toWords(text.slice(0, 400));
  const cues = read(words);
  const beginsWithNo = cues[0]?.cue === "no" || cues[0]?.cue === "stuck";
  if (words.length > wordLimit) return { beginsWithNo };

  const found = new Set(cues.map(({ cue }) => cue));
  const strange = cues.filter(({ cue }) => cue === undefined).length;
  if (strange > 0) return { beginsWithNo };
  if (found.has("no") && !precedence.some((turn) => found.has(turn))) return { turn: "stuck", beginsWithNo };
  const turn = precedence.find((wanted) => found.has(wanted));
  return turn ? { turn, beginsWithNo } : { beginsWithNo };
}

interface Piece {
  readonly cue: Cue | undefined;
}

/** Divides the words into the longest cues, from the left. */
function read(words: readonly string[]): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let start = 0; start < words.length; ) {
    const length =
      lengths.find((candidate) => cues.has(words.slice(start, start + candidate).join(" "))) ?? 0;
    pieces.push({ cue: cues.get(words.slice(start, start + length).join(" ")) });
    start += Math.max(1, length);
  }
  return pieces;
}

const cues: ReadonlyMap<string, Cue> = new Map(
  allWordings.flatMap(({ heard }) =>
    (Object.keys(heard) as Cue[])
      .reverse()
      .flatMap((cue) => saidFor(heard[cue]).map((said) => [said, cue] as const)),
  ),
);

/** The lengths of cues in words, the longest first. */
const lengths = [...new Set([...cues.keys()].map((said) => said.split(" ").length))].sort((a, b) => b - a);

/** All cues of a language, for telling languages apart. */
export function cuesOf(wording: Wording): readonly string[] {
  return Object.values(wording.heard).flatMap(saidFor);
}

function saidFor(list: string): readonly string[] {
  return list.split(",").flatMap((said) => said.trim() || []);
}

const option = /^\s*[#(]?\s*(\d{1,2})\s*[.)]?\s*$/;

/** The number typed for an option, from 1, when the message is nothing else. */
export function hearNumber(text: string): number | undefined {
  const digits = option.exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
