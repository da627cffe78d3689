/** What some words mean as a cue; undefined if they are none. */
type CueAt<Meaning> = (words: readonly string[], start: number, length: number) => Meaning | undefined;

/** The split without a word left over that has the longest cues; undefined if there is none. */
export function splitWhole<Meaning>(
  words: readonly string[],
  lengths: readonly number[],
  cueAt: CueAt<Meaning>,
): readonly Meaning[] | undefined {
  const rests: (readonly Meaning[] | undefined)[] = [];
  rests[words.length] = [];
  for (let start = words.length - 1; start >= 0; start -= 1) {
    const splits = lengths.flatMap((length) => {
      const cue = cueAt(words, start, length);
      const rest = start + length <= words.length ? rests[start + length] : undefined;
      return cue && rest ? [[cue, ...rest]] : [];
    });
    rests[start] = splits.sort((one, other) => one.length - other.length)[0];
  }
  return rests[0];
}

/** The longest cues from the left; undefined stands for a word that is no cue. */
export function splitGreedily<Meaning>(
  words: readonly string[],
  lengths: readonly number[],
  cueAt: CueAt<Meaning>,
): readonly (Meaning | undefined)[] {
  const meanings: (Meaning | undefined)[] = [];
  for (let start = 0; start < words.length; ) {
    const length = lengths.find((candidate) => cueAt(words, start, candidate)) ?? 0;
    meanings.push(length > 0 ? cueAt(words, start, length) : undefined);
    start += Math.max(1, length);
  }
  return meanings;
}
