/** How alike two sets of words are, from 0 to 1 (Dice): twice those in common, by all of both; 1 for two empty ones. */
export function wordSimilarity(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const all = one.size + other.size;
  if (all === 0) return 1;
  const common = [...one].filter((word) => other.has(word)).length;
  return (2 * common) / all;
}
