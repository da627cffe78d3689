/** Lengths in characters; linear work takes four times as long on the second, quadratic work 16 times. */
const lengths = { short: 8000, long: 32_000 };
/** Between the two. */
const maxRatio = 9;
/** What is quicker on the long text is not worth a look, in milliseconds of CPU. */
const negligibleMs = 6;
const attempts = 6;

/**
 * Whether work on a repeated text grows no faster than the text. Takes the best of several times in CPU, so that other
 * work on the machine does not count.
 */
export function growsLinearly(work: (text: string) => unknown, unit: string): boolean {
  const textOf = (length: number) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
  const [short, long] = [textOf(lengths.short), textOf(lengths.long)];
  let [bestShort, bestLong] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let attempt = 0; attempt < attempts; attempt++) {
    bestShort = Math.min(
      bestShort,
      cpuMsOf(() => work(short)),
    );
    bestLong = Math.min(
      bestLong,
      cpuMsOf(() => work(long)),
    );
    if (bestLong < negligibleMs || bestLong < bestShort * maxRatio) return true;
  }
  return false;
}

function cpuMsOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
