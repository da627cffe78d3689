/** The probability, 0 to 1, that a positive scores higher than a negative (AUROC); a tie counts half. NaN without either. */
export function areaUnderCurve(positives: readonly number[], negatives: readonly number[]): number {
  let wins = 0;
  for (const positive of positives) {
    for (const negative of negatives) {
      if (positive > negative) wins += 1;
      if (positive === negative) wins += 0.5;
    }
  }
  return wins / (positives.length * negatives.length);
}
