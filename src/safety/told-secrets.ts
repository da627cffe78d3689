import type { Found, SecretKind } from "./found.ts";
import { isInvented, isLongAndMadeUp, isMadeUp, isNoRemark, isTyped } from "./remarks.ts";

// Secrets that have no form of their own: what tells them is the words around them.
// Vietnamese is typed with and without accents, and its accents come composed or as marks of their own.

const mark = String.raw`[*_~\x60"'“”‘’«»()[\]<>]`;
const begins = String.raw`(?<![\p{L}\p{N}])`;
const password = String.raw`(?:pass?s?[ _-]?words?|passwrod|passwd|passcode|passphrase|pass|paswd|pswd|pwd|psw|pw|p/w|m[aàáạãâầấậẩ]\p{M}{0,2}t[ _-]{0,2}(?:kh[aàáâầấẩậả]\p{M}{0,2}u\p{M}?|m[aã]\p{M}?)|mk)(?![\p{L}\p{M}\p{N}])`;
/** Whose and which: what stands between without changing what is meant. */
const which = String.raw`(?:[^\S\n]{1,3}(?:my|mine|the|for|of|in|on|to|root|aws|admin|administrator|iam|console|user|users|account|login|wifi|old|new|current|now|here|again|hint|c[uủ]\p{M}?a|t[oô]\p{M}?i|m[iì]\p{M}?nh|em|e|tui|t|anh|ch[iị]\p{M}?|b[aạ]\p{M}?n|c[uũ]\p{M}?|m[oớ]\p{M}{0,2}i|hi[eệ]\p{M}{0,2}n|t[aạ]\p{M}?i|đ[aặ]\p{M}{0,2}t|dat|đ[aâ]\p{M}?y|day|n[eè]\p{M}?|n[aà]\p{M}?y|[aạ]\p{M}?|nha|nh[eé]\p{M}?|t[aà]\p{M}?i|kho[aả]\p{M}?n|đ[aă]\p{M}?ng|dang|nh[aậ]\p{M}{0,2}p)(?![\p{L}\p{M}])){0,5}`;
/** Any other words: less certain that it is the password that is told. */
const between = String.raw`(?:${mark}?,?[^\S\n]{1,3}\p{L}(?:[\p{L}\p{M}\d'’@_-]|\.(?=[\p{L}\d])){0,40}){0,7}?`;
const sign = String.raw`${mark}{0,3}\s{0,5}(?:[-=]{1,3}>|[:=]|>(?=[^\s>]))[\s:=]{0,5}(?:[*_~\x60]{1,3}\s{1,5})?`;
const is = String.raw`(?:[*_~\x60"'”’]{0,3}\s{1,5}(?:is|was|l[aà]\p{M}?)(?=[\s:=])|(?<=pass|pw|pwd|word)['’]s(?=\s))[\s:=]{1,5}`;
const becomes = String.raw`\s{1,3}(?:to|into|th[aà]\p{M}?nh|sang)\s{1,3}`;
const awsSecret =
  "(?:aws[ _-]?)?secret(?:[ _-]?access)?[ _-]?key(?:[ _-]?id)?|kho[aá]\\p{M}? b[ií]\\p{M}? m[aậ]\\p{M}{0,2}t";
const sessionToken = "(?:aws[ _-]?|x-amz-)?(?:session|security)[ _-]?token";
const signingSecret = "signing[ _-]?secret";
const otherSecret =
  "(?:(?:client|app|api|consumer|webhook|bot|auth|access|refresh|id|bearer|sso|verification)[ _-]?)?(?:secret|token)|(?:api|app|license)[ _-]?key|authorization|bearer|basic";
const named = String.raw`(?![\p{L}\p{N}])(?:(?:[^\S\n]{1,3}\p{L}[\p{L}\p{M}]{0,15}){0,3}?(?:${sign}|${is})|\s{1,3})`;
/** What follows these is no password. */
const notOf = String.raw`(?<![^\p{L}](?:errors?|message|user|username|e-?mail|account|id|link|url|page|step|l[oỗ]\p{M}{0,2}i|trang|b[uư]\p{M}?[oớ]\p{M}{0,2}c))`;

interface Intro {
  readonly kind: SecretKind;
  readonly pattern: RegExp;
  readonly isSecret: (value: string) => boolean;
}

const intro = (kind: SecretKind, source: string, isSecret: Intro["isSecret"]): Intro => ({
  kind,
  pattern: new RegExp(begins + source, "giu"),
  isSecret,
});

const intros: readonly Intro[] = [
  intro("password", `${password}${which}(?:${sign}|${is})`, isNoRemark),
  intro("password", `${password}${between}${notOf}(?:${sign}|${is}|${becomes})`, isInvented),
  // "password hunter22": without a word between, only what no word looks like; "mk - hunter22".
  intro("password", String.raw`${password}${mark}{0,3}(?:\s{1,5}-?\s{0,5})`, isTyped),
  intro("secret-key", `(?:${awsSecret})${named}`, isLongAndMadeUp),
  intro("session-token", `(?:${sessionToken})${named}`, isLongAndMadeUp),
  intro("slack-token", `(?:${signingSecret})${named}`, isLongAndMadeUp),
  intro("token", `(?:${otherSecret})${named}`, isLongAndMadeUp),
];

/** "hunter22 is my password", "hunter22 là mật khẩu của em". */
const saidBefore = new RegExp(
  String.raw`(?<=(?<!\S)(\S{6,40})\s{1,3}(?:is|was|as|l[aà]\p{M}?)(?:\s{1,3}(?:my|the|our|a|root|aws|old|new|admin)){0,3}\s{1,3})${password}`,
  "giud",
);

/** What somebody says is their password ("my password is …", "mk la …") or another secret by its name. */
export function findToldSecrets(text: string): readonly Found<SecretKind>[] {
  return [...intros.flatMap((each) => findTold(text, each)), ...findSaidBefore(text)];
}

function findTold(text: string, { kind, pattern, isSecret }: Intro): readonly Found<SecretKind>[] {
  const found: Found<SecretKind>[] = [];
  const search = new RegExp(pattern);
  while (search.exec(text)) {
    const value = valueAt(text, search.lastIndex);
    if (!isSecret(value.text)) continue;
    const end = value.isOpen ? value.end + (exec(rest, text, value.end)?.[0].length ?? 0) : value.end;
    found.push({ kind, start: value.start, end });
    search.lastIndex = end;
  }
  return found;
}

function findSaidBefore(text: string): readonly Found<"password">[] {
  return [...text.matchAll(saidBefore)].flatMap(({ 1: given = "", indices }) => {
    const [start, end] = indices?.[1] ?? [];
    if (start === undefined || end === undefined || !isMadeUp(given)) return [];
    return [{ kind: "password", start, end }];
  });
}

/** The most words of a password in quotes; more are a message that is quoted. */
const wordsInQuotes = 6;
/** Within quotes up to where they close, or else up to the next space. */
const quoted =
  /[*_~`]{0,3}(?:"([^"\n]{1,64})"|'([^'\n]{1,64})'|[“”]([^“”\n]{1,64})[“”]|[‘’]([^‘’\n]{1,64})[‘’]|«([^«»\n]{1,64})»|`([^`\n]{1,64})`|>([^<>\n]{1,64})<)/dy;
/** What is read of a value to tell whether it is a secret; one that is goes on to the next space. */
const unquoted = /\S{1,200}/y;
const rest = /\S*/y;

interface Value {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether it may go on. */
  readonly isOpen: boolean;
}

function valueAt(text: string, at: number): Value {
  const inQuotes = exec(quoted, text, at);
  const group = inQuotes?.indices?.slice(1).find((place) => place !== undefined);
  if (group) {
    const [start, end] = group;
    const value = text.slice(start, end);
    const isMessage = value.trim().split(/\s+/).length > wordsInQuotes;
    return { text: isMessage ? "" : value, start, end, isOpen: false };
  }
  const given = exec(unquoted, text, at)?.[0] ?? "";
  return { text: given, start: at, end: at + given.length, isOpen: true };
}

function exec(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  const search = new RegExp(pattern);
  search.lastIndex = at;
  return search.exec(text);
}
