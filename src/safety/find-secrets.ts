import { findCardNumbers } from "./card-numbers.ts";
import { type Found, findAll, unite } from "./found.ts";
import { findOneTimeCodes } from "./one-time-codes.ts";
import { findSecretKeys } from "./secret-keys.ts";
import { tokenPatterns } from "./token-patterns.ts";
import { findToldSecrets } from "./told-secrets.ts";

/**
 * The passwords, keys, tokens, codes and card numbers in a text, in its order, none overlapping another. Takes
 * time in proportion to the text, whatever it holds.
 */
export function findSecrets(text: string): readonly Found[] {
  return unite(text, [
    ...tokenPatterns.flatMap(({ kind, pattern }) => findAll(text, pattern, kind)),
    ...findSecretKeys(text),
    ...findCardNumbers(text),
    ...findToldSecrets(text),
    ...findOneTimeCodes(text),
  ]);
}
