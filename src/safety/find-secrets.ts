import { findAccountPairs } from "./account-pairs.ts";
import { findCardNumbers } from "./card-numbers.ts";
import { findCommandSecrets } from "./command-secrets.ts";
import { findConfigSecrets } from "./config-secrets.ts";
import { findInTables } from "./credential-tables.ts";
import { type Detection, mergeDetections, type SecretKind } from "./detection.ts";
import { findIdentityNumbers } from "./identity-numbers.ts";
import { findLoosePasswords } from "./loose-passwords.ts";
import { findNamedSecrets } from "./named-secrets.ts";
import { findOneTimeCodes } from "./one-time-codes.ts";
import { findPrivateKeys } from "./private-keys.ts";
import { findRandomRuns } from "./random-runs.ts";
import { toJoinedText, toReadableText, toUnaccentedText } from "./readable-text.ts";
import { findRecoveryCodes } from "./recovery-codes.ts";
import { findSecretKeys } from "./secret-keys.ts";
import { findSecurityAnswers } from "./security-answers.ts";
import { findSpokenDigits } from "./spoken-digits.ts";
import { findTokens } from "./token-patterns.ts";
import { findUrlSecrets } from "./url-secrets.ts";
import { findWordSecrets } from "./word-secrets.ts";

/** Escaped line ends and quotes, as in JSON or source code; nested JSON has several backslashes. */
const escapes = /\\{1,8}[nrt"']/g;

/** What tells itself by its form. */
const byForm = [findTokens, findUrlSecrets, findPrivateKeys, findSecretKeys, findCardNumbers];
/** What words around it tell, or what no word looks like. */
const byWords = [
  ...[
    findNamedSecrets,
    findLoosePasswords,
    findAccountPairs,
    findSecurityAnswers,
    findConfigSecrets,
    findCommandSecrets,
    findInTables,
  ],
  ...[
    findOneTimeCodes,
    findSpokenDigits,
    findRecoveryCodes,
    findIdentityNumbers,
    findRandomRuns,
    findWordSecrets,
  ],
];

/**
 * The passwords, keys, tokens, codes and numbers in a text, in order and without overlaps. Takes linear time, even on
 * hostile text.
 */
export function findSecrets(original: string): readonly Detection<SecretKind>[] {
  const unescaped = original.replace(escapes, ({ length }) => " ".repeat(length));
  const variants = unescaped === original ? [original] : [original, unescaped];
  return mergeDetections(original, variants.flatMap(findIn));
}

function findIn(original: string): readonly Detection<SecretKind>[] {
  const readable = toReadableText(original);
  const unaccented = toUnaccentedText(original);
  const joined = toJoinedText(readable);
  return [
    ...byForm.flatMap((find) => find(readable.text)).map(readable.inOriginal),
    ...byWords.flatMap((find) => find(unaccented.text)).map(unaccented.inOriginal),
    ...(joined
      ? [findTokens, findSecretKeys].flatMap((find) => find(joined.text)).map(joined.inOriginal)
      : []),
  ];
}
