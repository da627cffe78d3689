import { findCardNumbers } from "./card-numbers.ts";
import { type Found, findAll, type SecretKind, unite } from "./found.ts";
import { findOneTimeCodes } from "./one-time-codes.ts";
import { findPrivateKeys } from "./private-keys.ts";
import { read, readFolded } from "./reading.ts";
import { findSecretKeys } from "./secret-keys.ts";
import { tokenPatterns } from "./token-patterns.ts";
import { findToldSecrets } from "./told-secrets.ts";

/** Line ends and quotes as program texts write them, also of JSON within JSON. */
const escapes = /\\{1,8}[nrt"']/g;

/**
 * The passwords, keys, tokens, codes and card numbers in a text, in its order, none overlapping another. Takes
 * time in proportion to the text, whatever it holds.
 */
export function findSecrets(original: string): readonly Found<SecretKind>[] {
  const asText = original.replace(escapes, ({ length }) => " ".repeat(length));
  const readings = asText === original ? [original] : [original, asText];
  return unite(original, readings.flatMap(findIn));
}

function findIn(original: string): readonly Found<SecretKind>[] {
  const { text, inOriginal } = read(original);
  const folded = readFolded(original);
  return [
    ...[
      ...tokenPatterns.flatMap(({ kind, pattern }) => findAll(text, pattern, kind)),
      ...findPrivateKeys(text),
      ...findSecretKeys(text),
      ...findCardNumbers(text),
    ].map(inOriginal),
    ...[...findToldSecrets(folded.text), ...findOneTimeCodes(folded.text)].map(folded.inOriginal),
  ];
}
