import { below, createRandom } from "../../../bench/random.ts";

/** Draws from a seed: the same seed gives the same values on every machine. */
export interface Random {
  /** A whole number from 0 to below the limit. */
  readonly below: (limit: number) => number;
  readonly pick: <T>(list: readonly [T, ...T[]]) => T;
  /** Characters of an alphabet. */
  readonly of: (alphabet: string, length: number) => string;
}

export function seeded(seed: number): Random {
  const random = createRandom(seed);
  return {
    below: (limit) => below(limit, random),
    pick: (list) => list[below(list.length, random)] ?? list[0],
    of: (alphabet, length) =>
      Array.from({ length }, () => alphabet.charAt(below(alphabet.length, random))).join(""),
  };
}
