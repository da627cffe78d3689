import { findCardNumbers } from "./card-numbers.ts";
import { type Detection, detectAll, mergeDetections, type SecretKind } from "./detection.ts";
import { findNamedSecrets } from "./named-secrets.ts";
import { findOneTimeCodes } from "./one-time-codes.ts";
import { findPrivateKeys } from "./private-keys.ts";
import { toReadableText, toUnaccentedText } from "./readable-text.ts";
import { findSecretKeys } from "./secret-keys.ts";
import { tokenPatterns } from "./token-patterns.ts";

/** Escaped line ends and quotes, as in JSON or source code; nested JSON has several backslashes. */
const escapes = /\\{1,8}[nrt"']/g;

/**
 * The passwords, keys, tokens, codes and card numbers in a text, in order and without overlaps. Takes linear time, even on
 * hostile text.
 */
export function findSecrets(original: string): readonly Detection<SecretKind>[] {
  const unescaped = original.replace(escapes, ({ length }) => " ".repeat(length));
  const variants = unescaped === original ? [original] : [original, unescaped];
  return mergeDetections(original, variants.flatMap(findIn));
}

function findIn(original: string): readonly Detection<SecretKind>[] {
  const { text, inOriginal } = toReadableText(original);
  const unaccented = toUnaccentedText(original);
  return [
    ...[
      ...tokenPatterns.flatMap(({ kind, pattern }) => detectAll(text, pattern, kind)),
      ...findPrivateKeys(text),
      ...findSecretKeys(text),
      ...findCardNumbers(text),
    ].map(inOriginal),
    ...[...findNamedSecrets(unaccented.text), ...findOneTimeCodes(unaccented.text)].map(
      unaccented.inOriginal,
    ),
  ];
}
