import type { Detection } from "../detection.ts";

// What stands in for a phone: the seed of an authenticator app (RFC 4648 base32, as in Google's key URI format), recovery
// and backup codes, and the codes that let a device in (RFC 8628, section 6.1).

type RecoveryCode = Detection<"recovery-code">;

/** A seed in one piece. AWS shows 64 characters, most others 16 or 32. */
const seed = /(?<![\w+/=.-])[A-Z2-7]{16,128}(?:={0,6})(?![\w+/.-])/g;
const seedLengths: ReadonlySet<number> = new Set([16, 26, 32, 52, 64]);
/** The ids of IAM look the same: IAM User Guide, "Unique identifiers". */
const iamId = /^(?:AGPA|AIDA|AIPA|ANPA|ANVA|APKA|AROA|ASCA|ABIA|ACCA|AKIA|ASIA)/;
const seedInFours = /(?<![\w-])[a-z2-7]{4}(?:[ -][a-z2-7]{4}){3,31}(?![\w-])/gi;
const seedInWords =
  /(?:seed|secret|totp|otp|mfa|2fa|authenticator|setup|set-up|manual|backup|recovery|key|khoa|ma)(?![\p{L}\p{N}])[^\n]{0,60}\n?[^\n]{0,20}$/iu;
const smallSeed = /(?<![\w+/=.@-])(?=[a-z]{0,40}[2-7])[a-z2-7]{16,64}(?![\w+/.@-])/g;
const urlSeed = /(?<=otpauth:\/\/[^\s?]{1,120}\?(?:[^\s#]{0,80}&)?secret=)[A-Za-z2-7=]{8,}/g;

/** Four groups of which one has no vowel: no four words in a row. */
const anyFours = /(?<![\w-])[a-z]{4}(?: [a-z]{4}){3}(?![\w-])/i;

/** Groups of the same length, joined by dashes. */
const groups = /(?<![\w.@/-])[A-Za-z0-9]{4,8}(?:-[A-Za-z0-9]{4,8}){1,9}(?![\w@-]|\.\w)/g;
/** Right behind the name of such a code. */
const afterName =
  /(?:(?:recovery|backup|device|emergency|restore) (?:code|key)|ma (?:du phong|khoi phuc|thiet bi))(?: (?:is|la|cua|em|minh|:)){0,3}\s?[:=]?\s["'`*]{0,2}$/i;
const userCode = /(?<=(?<!\w)(?:user|device) code(?: is| la)?\s{0,2}[:=]?\s{1,2})[A-Z0-9]{6,10}(?!\w)/g;
const deviceCode = /^[B-DF-HJ-NP-TV-Z]{4}-[B-DF-HJ-NP-TV-Z]{4}$/;
const bitLocker = /^\d{6}(?:-\d{6}){7}$/;
const codeWords =
  /(?<![\p{L}\p{N}])(?:(?:recovery|backup|scratch|emergency|restore|device|activation)[ -]{0,2}(?:codes?|keys?)|(?:ma|khoa) (?:du phong|khoi phuc|phuc hoi|thiet bi)|(?:enter|type|nhap) (?:the |this |ma )?code)(?![\p{L}\p{N}])/iu;
/** Codes in a list that words call backup or recovery codes. */
const listed = /(?<![\w.@/:-])(?:\d{4}[ -]?\d{4}|(?=[a-z]{0,11}\d)[a-z0-9]{6,12})(?![\w@/-]|\.\w)/gi;
const ordinary = /^(?:\d{4}|.*(?:ec2|mfa|2fa|iam|aws|sso|otp).*|\d+[a-z]{1,7}|[a-z]+\d{1,2})$/i;

/**
 * Seeds of authenticator apps, recovery codes and device codes.
 * @param text without accents
 */
export function findRecoveryCodes(text: string): readonly RecoveryCode[] {
  if (!/\d|[A-Z]{4}/.test(text) && !anyFours.test(text)) return [];
  const hasCodeWords = codeWords.test(text);
  return [
    ...find(text, urlSeed, () => true),
    ...find(text, seed, isSeed),
    ...find(text, seedInFours, isSeedInFours),
    ...find(text, smallSeed, isSmallSeed),
    ...findGroups(text, hasCodeWords),
    ...find(text, userCode, () => true),
    ...(hasCodeWords
      ? find(text, listed, (run) => digitsIn(run) > (run.length < 8 ? 1 : 0) && !ordinary.test(run))
      : []),
  ];
}

/** Characters before that are searched for a word. */
const contextCharacters = 120;

function find(
  text: string,
  pattern: RegExp,
  isCode: (run: string, before: string) => boolean,
): readonly RecoveryCode[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: run, index }) => {
    const before = text.slice(Math.max(0, index - contextCharacters), index);
    return isCode(run, before) ? [{ kind: "recovery-code", start: index, end: index + run.length }] : [];
  });
}

const digitsIn = (run: string) => run.match(/\d/g)?.length ?? 0;

function isSeed(run: string, before: string): boolean {
  if (iamId.test(run) || !/[A-Z]/.test(run)) return false;
  if (digitsIn(run) >= (run.length >= 24 || seedLengths.has(run.length) ? 1 : 2)) return true;
  return (digitsIn(run) > 0 || seedLengths.has(run.length)) && seedInWords.test(before);
}

function isSmallSeed(run: string, before: string): boolean {
  if (run.length >= 32 && seedLengths.has(run.length)) return digitsIn(run) > 2;
  return digitsIn(run) > 1 && seedInWords.test(before);
}

/** Words of four letters hold a vowel and no digit. */
function isSeedInFours(run: string, before: string): boolean {
  const all = run.split(/[ -]/);
  const strange = all.filter(
    (group) => /\d/.test(group) || !/[aeiou]/i.test(group) || /[b-df-hj-np-tv-xz]{3}/i.test(group),
  ).length;
  const hasDigit = all.some((group) => /\d/.test(group) && /[a-z]/i.test(group));
  if (!hasDigit)
    return strange > 0 && /[:=]\s?["'`*]?$|\s(?:is|la)\s$/.test(before) && seedInWords.test(before);
  return (
    strange * 2 >= all.length || (strange > 1 && all.length > 5) || (strange > 0 && seedInWords.test(before))
  );
}

/** Of a list, all that look like the first one that is certain. */
function findGroups(text: string, hasCodeWords: boolean): readonly RecoveryCode[] {
  const shapes = new Set<string>();
  const likely = new Set<string>();
  for (const [run] of text.matchAll(groups)) {
    const shape = shapeOf(run);
    const isLikely = /^[a-z0-9-]+$/.test(run) && mixedGroups(run) > 0;
    if (isGroupedCode(run, hasCodeWords) || (isLikely && likely.has(shape))) shapes.add(shape);
    if (isLikely) likely.add(shape);
  }
  return find(text, groups, (run, before) => {
    if (isGroupedCode(run, hasCodeWords) || afterName.test(before)) return true;
    return shapes.has(shapeOf(run)) && /[b-df-hj-np-tv-xz]{3}|\d/i.test(run);
  });
}

const mixedGroups = (run: string) =>
  run.split("-").filter((group) => /\d/.test(group) && /[a-z]/i.test(group)).length;

const shapeOf = (run: string) => run.replace(/[^-]/g, "x");

function isGroupedCode(run: string, hasCodeWords: boolean): boolean {
  if (bitLocker.test(run) || deviceCode.test(run)) return true;
  const all = run.split("-");
  const isEven = all.every((group) => group.length === all[0]?.length);
  const mixed = mixedGroups(run);
  if (!isEven || !/[a-z]/i.test(run)) return false;
  if (hasCodeWords) return digitsIn(run) > 0 || run === run.toUpperCase();
  return mixed * 2 >= all.length && mixed > 1;
}
