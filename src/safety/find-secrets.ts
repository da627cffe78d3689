import { findCardNumbers } from "./card-numbers.ts";
import { type Detection, detectAll, mergeDetections, type SecretKind } from "./detection.ts";
import { findNamedSecrets } from "./named-secrets.ts";
import { findOneTimeCodes } from "./one-time-codes.ts";
import { findPrivateKeys } from "./private-keys.ts";
import { toReadableText, toUnaccentedText } from "./readable-text.ts";
import { findSecretKeys } from "./secret-keys.ts";
import { tokenPatterns } from "./token-patterns.ts";

/** Line ends and quotes as program texts write them, also of JSON within JSON. */
const escapes = /\\{1,8}[nrt"']/g;

/**
 * The passwords, keys, tokens, codes and card numbers in a text, in its order, none overlapping another. Takes
 * time in proportion to the text, whatever it holds.
 */
export function findSecrets(original: string): readonly Detection<SecretKind>[] {
  const asText = original.replace(escapes, ({ length }) => " ".repeat(length));
  const readings = asText === original ? [original] : [original, asText];
  return mergeDetections(original, readings.flatMap(findIn));
}

function findIn(original: string): readonly Detection<SecretKind>[] {
  const { text, inOriginal } = toReadableText(original);
  const folded = toUnaccentedText(original);
  return [
    ...[
      ...tokenPatterns.flatMap(({ kind, pattern }) => detectAll(text, pattern, kind)),
      ...findPrivateKeys(text),
      ...findSecretKeys(text),
      ...findCardNumbers(text),
    ].map(inOriginal),
    ...[...findNamedSecrets(folded.text), ...findOneTimeCodes(folded.text)].map(folded.inOriginal),
  ];
}
