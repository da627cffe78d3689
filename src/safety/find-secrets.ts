import { type Detection, mergeDetections, type SecretKind } from "./detection.ts";
import { findPrivateKeys } from "./keys/private-keys.ts";
import { findRandomRuns } from "./keys/random-runs.ts";
import { findSecretKeys } from "./keys/secret-keys.ts";
import { findTokens } from "./keys/token-patterns.ts";
import { findUrlSecrets } from "./keys/url-secrets.ts";
import { findCardNumbers } from "./numbers/card-numbers.ts";
import { findIdentityNumbers } from "./numbers/identity-numbers.ts";
import { findOneTimeCodes } from "./numbers/one-time-codes.ts";
import { findRecoveryCodes } from "./numbers/recovery-codes.ts";
import { findSpokenDigits } from "./numbers/spoken-digits.ts";
import { findAccountPairs } from "./passwords/account-pairs.ts";
import { findCommandSecrets } from "./passwords/command-secrets.ts";
import { findConfigSecrets } from "./passwords/config-secrets.ts";
import { findInTables } from "./passwords/credential-tables.ts";
import { findLoosePasswords } from "./passwords/loose-passwords.ts";
import { findNamedSecrets } from "./passwords/named-secrets.ts";
import { findSecurityAnswers } from "./passwords/security-answers.ts";
import { findWordSecrets } from "./passwords/word-secrets.ts";
import { toJoinedText, toReadableText, toUnaccentedText } from "./readable-text.ts";

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
