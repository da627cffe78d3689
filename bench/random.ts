/** Returns numbers from 0 (inclusive) to 1 (exclusive), like Math.random. */
export type Random = () => number;

/** A seeded generator (mulberry32): the same numbers on every machine. */
export function createRandom(seed: number): Random {
  let state = Math.imul(seed, 0x9e3779b9);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A random integer from 0 (inclusive) to the limit (exclusive). */
export function below(limit: number, random: Random): number {
  return Math.floor(random() * limit);
}

/** The items in random order. */
export function shuffled<T>(items: readonly T[], random: Random): readonly T[] {
  return items
    .map((item) => ({ item, order: random() }))
    .sort((one, other) => one.order - other.order)
    .map(({ item }) => item);
}
