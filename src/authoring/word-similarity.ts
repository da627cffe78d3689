/** The Dice coefficient of two sets of words, 0 to 1; 1 if both are empty. */
export function wordSimilarity(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const all = one.size + other.size;
  if (all === 0) return 1;
  const common = [...one].filter((word) => other.has(word)).length;
  return (2 * common) / all;
}
