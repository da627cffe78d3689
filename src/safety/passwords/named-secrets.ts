import type { Detection, SecretKind } from "../detection.ts";
import { valueAt } from "./named-value.ts";
import {
  hasLettersAndSigns,
  isAlphanumeric,
  isAlphanumericOrNumber,
  isLongAlphanumeric,
  isStrong,
  isUncommonWord,
} from "./secret-shapes.ts";

// Secrets without a format of their own, found by the words around them. All text is without accents here.

const mark = String.raw`[*_~\x60"'“”‘’«»()[\]<>]`;
const endOfWord = String.raw`(?![\p{L}\p{N}])`;
/** Also as it is mistyped, shortened and disguised. */
const password = `(?:p a s s(?: w o r d)?|p[a@4][s$5]{1,3}[ _.-]?w(?:[o0]rds?|rd|ord|rod|odr|or|ird|ard|ort)|pass?owrd|pass?ord|pssw(?:or)?d|pass?w?d|passcode|passphrase|pass|pswd|pwd|psw|pw|p[/.]w|mat[ _-]{0,2}(?:khau|ma|khua)|mkhau|m[._]?k|(?:pas|m k)(?=\\s{0,2}(?:la\\s|is\\s|[:=])))${endOfWord}`;
const gap = String.raw`(?:[^\S\n]{1,3}|[ ]?\()`;
/** Words between "password" and its value that don't change the meaning: whose, which, now. */
const owner = (english: string) =>
  `(?:${gap}(?:${english}my|mine|the|root|aws|admin|iam|console|login|wifi|old|new|current|temporary|temp|now|here|again|itself|cua|toi|minh|em|e|tui|t|anh|chi|ban|cu|moi|hien|tai|tam|thoi|dat|dung|day|ne|nay|a|nha|nhe|khoan|dang|nhap)${endOfWord}){0,5}`;
const which = owner("for|of|in|on|to|user|users|account|administrator|hint|");
/** Any other words between; the value needs a stricter check then. */
const between = String.raw`(?:${mark}?,?${gap}\p{L}(?:[\p{L}\d'’@_-]|\.(?=[\p{L}\d])){0,40}){0,7}?`;
/** Words after which the value is something else than a password. */
const notOf = String.raw`(?<![^\p{L}](?:errors?|message|user|username|e-?mail|account|id|link|url|page|step|loi|trang|buoc))`;
const sign = String.raw`${mark}{0,3}\s{0,5}(?:[-=]{1,3}>|[→➜⇒]|[:=]|>(?=[^\s>]))[\s:=]{0,5}(?:[*_~\x60]{1,3}\s{1,5})?`;
const is = String.raw`(?:[*_~\x60"'”’]{0,3}\s{1,5}(?:is|was|iz|are|were|la)(?=[\s:=])|(?<=pass|pw|pwd|word)['’]s(?=\s))[\s:=]{1,5}`;
const stillIs = String.raw`${is}(?:(?:still|now|not|currently|actually|always|just|van|dang|gio|bay)\s{1,3}){0,2}`;
const becomes = String.raw`\s{1,3}(?:to|into|as|from|thanh|sang|tu|not|(?:la )?khong phai(?: la)?)\s{1,3}`;
const account = String.raw`(?:creds?|credentials?|login|logins|tk|acc)${endOfWord}${owner("")}(?:${sign}|\s{1,3}(?:are|is|la)\s{1,3}|\s{1,3})[\p{L}\p{N}.@_-]{1,40}[ ]{0,2}[:/|][ ]{0,2}`;

const awsSecret = "(?:aws[ _-]?)?secret(?:[ _-]?access)?[ _-]?key(?:[ _-]?id)?|khoa bi mat";
const sessionToken = "(?:aws[ _-]?|x-amz-)?(?:session|security)[ _-]?token";
const signingSecret = "signing[ _-]?secret";
const otherSecret =
  "(?:(?:client|app|api|consumer|webhook|bot|auth|access|refresh|id|bearer|sso|verification)[ _-]?)?(?:secret|token)|(?:api|app|license)[ _-]?key|authorization|bearer|basic";
const named = String.raw`${endOfWord}(?:(?:[^\S\n]{1,3}\p{L}{1,16}){0,3}?(?:${sign}|${is})|\s{1,3})`;

interface SecretIntro {
  readonly kind: SecretKind;
  readonly pattern: RegExp;
  readonly isSecret: (value: string) => boolean;
}

const intro = (kind: SecretKind, source: string, isSecret: SecretIntro["isSecret"]): SecretIntro => ({
  kind,
  pattern: new RegExp(String.raw`(?<![\p{L}\p{N}])${source}`, "giu"),
  isSecret,
});

/** A seed of an authenticator app, in base32, is called a secret key too. */
const isSecretKey = (value: string) =>
  isLongAlphanumeric(value) && !/^["'`*]?[A-Z2-7]{16,}(?![A-Za-z0-9])/.test(value);

/** What introduces a secret. The vaguer the words, the stricter the check of the value. */
const intros: readonly SecretIntro[] = [
  intro("password", `${password}${which}(?:${sign}|${is})`, isUncommonWord),
  intro("password", `${password}${between}${notOf}(?:${sign}|${stillIs}|${becomes})`, hasLettersAndSigns),
  intro("password", String.raw`${password}${mark}{0,3}(?:,?\s{1,5}-?\s{0,5})`, isAlphanumericOrNumber),
  intro("password", String.raw`${password}${owner("")}\s{1,3}`, isAlphanumeric),
  intro("password", String.raw`${password}${owner("")}\s{1,3}(?=["'“‘«\x60])`, isUncommonWord),
  intro("password", account, isStrong),
  intro("secret-key", `(?:${awsSecret})${named}`, isSecretKey),
  intro("session-token", `(?:${sessionToken})${named}`, isLongAlphanumeric),
  intro("slack-token", `(?:${signingSecret})${named}`, isLongAlphanumeric),
  intro("token", `(?:${otherSecret})${named}`, isSecretKey),
];

/** "hunter22 is my password", "hunter22 là mật khẩu của em". */
const valueBeforeName = new RegExp(
  String.raw`(?<=(?<!\S)(\S{6,40})\s{1,3}(?:is|was|as|la|<-{1,2})(?:\s{1,3}(?:my|the|our|a|root|aws|old|new|admin)){0,3}\s{1,3})${password}`,
  "giud",
);

/** A piece of each name above. */
const anyName =
  /p[a@4][s$5]|p a s s|ps?w|p[/.]w|mat[ _-]{0,2}(?:kh|ma)|m[._ ]?kh?|cred|login|tk|acc|secret|token|key|khoa|license|auth|bearer|basic|maiden|first pet|answer|bao mat/i;

/**
 * Passwords and other secrets that are introduced by name: "my password is …", "mk la …".
 * @param text without accents
 */
export function findNamedSecrets(text: string): readonly Detection<SecretKind>[] {
  if (!anyName.test(text)) return [];
  return [...intros.flatMap((each) => findIntroduced(text, each)), ...findValueBeforeName(text)];
}

function findIntroduced(
  text: string,
  { kind, pattern, isSecret }: SecretIntro,
): readonly Detection<SecretKind>[] {
  const found: Detection<SecretKind>[] = [];
  pattern.lastIndex = 0;
  while (pattern.exec(text)) {
    const value = valueAt(text, pattern.lastIndex);
    if (!isSecret(value.head)) continue;
    const end = value.end();
    found.push({ kind, start: value.start, end });
    pattern.lastIndex = end;
  }
  return found;
}

function findValueBeforeName(text: string): readonly Detection<"password">[] {
  return [...text.matchAll(valueBeforeName)].flatMap(({ 1: given = "", indices }) => {
    const [start, end] = indices?.[1] ?? [];
    if (start === undefined || end === undefined || !isAlphanumeric(given)) return [];
    return [{ kind: "password", start, end }];
  });
}
