import { toWords } from "../lib/normalise.ts";
import { wordSimilarity } from "./word-similarity.ts";

/** Minimum similarity, 0 to 1, of two questions in one group. */
const minSimilarity = 0.5;

/**
 * Groups similar questions, the largest group first; within a group they keep their order. Two are similar if they share
 * half of their words (Dice), ignoring accents. A question similar to any member belongs to the group.
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
