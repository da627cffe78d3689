/** Runs a job for every item, at most so many at once. Rejects with the first failure. */
export async function inParallel<T>(
  most: number,
  items: Iterable<T>,
  run: (item: T) => Promise<void>,
): Promise<void> {
  const remaining = items[Symbol.iterator]();
  const runRemaining = async () => {
    for (let next = remaining.next(); !next.done; next = remaining.next()) await run(next.value);
  };
  await Promise.all(Array.from({ length: most }, runRemaining));
}
