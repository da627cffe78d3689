import { type Knowledge, textsOf } from "../knowledge/knowledge.ts";
import { editDistance } from "../lib/edit-distance.ts";
import { toWords } from "../lib/normalise.ts";

/** Minimum letters of a word that tells anything, and words of a text that is judged. */
const minLetters = 3;
const minWords = 4;
/** Minimum share of them that no language of ours has. */
const minStrangeShare = 0.6;

/** Whether hardly a word of a text is one of ours, nor a mistyped one: so it is in a language that nothing is known of. */
export function createIsStrange({
  entries,
  strings,
  names,
}: Pick<Knowledge, "entries" | "strings" | "names">): (words: readonly string[]) => boolean {
  const ours = new Set(
    [
      ...entries.flatMap((entry) =>
        textsOf(entry).flatMap(([, { title, phrases, body }]) => [title, ...phrases, JSON.stringify(body)]),
      ),
      JSON.stringify([...strings.values()]),
      ...names.meanings.keys(),
    ].flatMap((text) => toWords(text)),
  );
  const byLength = new Map<number, string[]>();
  for (const word of ours) {
    const others = byLength.get(word.length);
    if (others) others.push(word);
    else byLength.set(word.length, [word]);
  }
  const isMistyped = (word: string) => {
    const most = word.length > 5 ? 2 : 1;
    const lengths = Array.from({ length: 2 * most + 1 }, (_, index) => word.length - most + index);
    return lengths.some((length) => byLength.get(length)?.some((other) => editDistance(word, other) <= most));
  };
  return (words) => {
    const telling = [...new Set(words)].filter((word) => word.length >= minLetters && /^\p{L}+$/u.test(word));
    if (telling.length < minWords) return false;
    const enough = telling.length * minStrangeShare;
    const unknown = telling.filter((word) => !ours.has(word));
    return unknown.length >= enough && unknown.filter((word) => !isMistyped(word)).length >= enough;
  };
}
