import { type Knowledge, textsOf } from "../knowledge/knowledge.ts";
import { editDistance } from "../lib/edit-distance.ts";
import { toWords } from "../lib/normalise.ts";

/** Minimum letters of a word that tells anything, and words of a text that is judged. */
const minLetters = 3;
const minWords = 4;
/** Minimum share of them that no language of ours has. */
const minStrangeShare = 0.6;

/** What is read of the knowledge. */
type Texts = Pick<Knowledge, "entries" | "strings" | "names">;

/**
 * Whether hardly a word of a text is one of ours, nor a mistyped one: so it is in a language that nothing is known of.
 * @param phraseWords the words of all titles and phrases; the other texts are read only where these say little
 */
export function createIsStrange(
  texts: Texts,
  phraseWords: ReadonlyMap<string, unknown>,
): (words: readonly string[]) => boolean {
  let isOurs: ((word: string) => boolean) | undefined;
  return (words) => {
    const telling = [...new Set(words)].filter((word) => word.length >= minLetters && /^\p{L}+$/u.test(word));
    if (telling.length < minWords) return false;
    const enough = telling.length * minStrangeShare;
    const unknown = telling.filter((word) => !phraseWords.has(word));
    if (unknown.length < enough) return false;
    isOurs ??= createIsOurs(texts, phraseWords.keys());
    return unknown.filter((word) => !isOurs?.(word)).length >= enough;
  };
}

/** Whether a word is one of ours, or a mistyped one. */
function createIsOurs(
  { entries, strings, names }: Texts,
  phraseWords: Iterable<string>,
): (word: string) => boolean {
  const answers = entries.flatMap((entry) => textsOf(entry).map(([, { body }]) => JSON.stringify(body)));
  const replies = JSON.stringify([...strings.values()]);
  const ours = new Set(phraseWords);
  for (const text of [...answers, replies, ...names.meanings.keys()])
    for (const word of toWords(text)) ours.add(word);
  const byLength = new Map<number, string[]>();
  for (const word of ours) {
    const others = byLength.get(word.length);
    if (others) others.push(word);
    else byLength.set(word.length, [word]);
  }
  return (word) => {
    if (ours.has(word)) return true;
    const most = word.length > 5 ? 2 : 1;
    const lengths = Array.from({ length: 2 * most + 1 }, (_, index) => word.length - most + index);
    return lengths.some((length) => byLength.get(length)?.some((other) => editDistance(word, other) <= most));
  };
}
