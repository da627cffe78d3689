/** How alike two questions must be, from 0 to 1, to be in one group. */
const alike = 0.5;

/**
 * Questions in groups of those that are like one another, the largest group first; within a group the newest
 * first, as they are given. Two are alike when they share half of their words (Dice), whatever their accents, and
 * what is like one of a group belongs to it.
 */
export function groupQuestions<Q extends { readonly text: string }>(
  questions: readonly Q[],
): readonly (readonly Q[])[] {
  const read = questions.map((question) => ({ question, words: wordsOf(question.text) }));
  const left = new Set(read);
  const groups: (readonly Q[])[] = [];
  for (const first of read) {
    if (!left.delete(first)) continue;
    const group = [first];
    for (const member of group) {
      for (const other of left) {
        if (dice(member.words, other.words) < alike) continue;
        left.delete(other);
        group.push(other);
      }
    }
    const members = new Set(group);
    groups.push(read.filter((each) => members.has(each)).map(({ question }) => question));
  }
  return groups.sort((a, b) => b.length - a.length);
}

/** Lower case and without accents: much Vietnamese is typed so. */
function wordsOf(text: string): ReadonlySet<string> {
  const folded = text.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "").replaceAll("đ", "d");
  return new Set(folded.match(/[\p{L}\p{N}]+/gu));
}

/** Twice the words in common, by all the words of both; 1 for two texts without any. */
function dice(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const all = one.size + other.size;
  if (all === 0) return 1;
  const common = [...one].filter((word) => other.has(word)).length;
  return (2 * common) / all;
}
