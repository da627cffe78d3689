import { toWords } from "../lib/normalise.ts";
import { wordSimilarity } from "./word-similarity.ts";

/** How alike two questions must be, from 0 to 1, to be in one group. */
const minSimilarity = 0.5;

/**
 * Questions in groups of those that are like one another, the largest group first; within a group the newest
 * first, as they are given. Two are alike when they share half of their words (Dice), whatever their accents, and
 * what is like one of a group belongs to it.
 */
export function groupQuestions<Q extends { readonly text: string }>(
  questions: readonly Q[],
): readonly (readonly Q[])[] {
  const read = questions.map((question) => ({ question, words: new Set(toWords(question.text)) }));
  const left = new Set(read);
  const groups: (readonly Q[])[] = [];
  for (const first of read) {
    if (!left.delete(first)) continue;
    const group = [first];
    for (const member of group) {
      for (const other of left) {
        if (wordSimilarity(member.words, other.words) < minSimilarity) continue;
        left.delete(other);
        group.push(other);
      }
    }
    const members = new Set(group);
    groups.push(read.filter((each) => members.has(each)).map(({ question }) => question));
  }
  return groups.sort((a, b) => b.length - a.length);
}
