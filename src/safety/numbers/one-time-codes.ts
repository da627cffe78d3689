import type { Detection } from "../detection.ts";

/**
 * Digits that can be a code, also in groups or one by one. AWS uses six (IAM User Guide, "Virtual MFA device"), banks four
 * to eight, the back of a card three.
 */
const digits =
  /(?<!(?<!\bG)-|[\d.,]|\d[ )]|\d, )(?:\d{2} \d{2} \d{2}|\d(?:[ -]\d){5}|\d(?:, ?\d){5}|(?<=\bG-)\d{6}|\d{3}[ -]\d{3}|\d{4}[ -]\d{4}|\d{3,8})(?![\d-]|[ )]{1,2}\d|[.,]\d)/g;

/** Characters before and after the digits that are searched for a word such as "code". */
const contextCharacters = 160;

const mark = String.raw`[*_~\x60"'“”‘’«»()[\]>]`;
const word = String.raw`(?:\d{1,2}[\s-]{1,2})?\p{L}[\p{L}'’]{0,15}`;
/** What may follow a word for a code before the digits: up to `maxWords` other words, then a sign or a space. */
const ending = (maxWords: number) =>
  String.raw`(?:${mark}{0,3}[\s,]{1,3}${mark}{0,2}${word}){0,${maxWords}}${mark}{0,3}\s{0,3}(?:[:=]|-+>|=>|-)?\s{0,5}${mark}{0,3}$`;
const begins = String.raw`(?<![\p{L}\p{N}])`;
const ends = String.raw`(?![\p{L}\p{N}])`;

const codeWords = "otp|2fa|mfa|totp|pin|codes?|passcode|token|verification number|ma";
const codeBefore = new RegExp(`${begins}(?:${codeWords}|sms|authenticator)${ending(8)}`, "iu");
const pinBefore = new RegExp(`${begins}(?:otp|pin)${ending(6)}`, "iu");
const cardCodeBefore = new RegExp(`${begins}(?:cvv2?|cvc2?)${ending(3)}`, "iu");
const codeAfter = new RegExp(
  String.raw`^${mark}{0,3}\s{1,3}(?:is|was|la)(?:\s{1,3}\p{L}{1,16}){0,4}?\s{1,3}(?:${codeWords})${ends}`,
  "iu",
);
/** "I entered 123456 and it says the code is wrong". */
const entered = new RegExp(
  String.raw`${begins}(?:typed|type|typing|entered|enter|entering|put|nhap|go|dien)\s{1,3}(?:in\s)?${mark}{0,3}$`,
  "iu",
);
/** "AWS sent me 123456". */
const sentBefore = new RegExp(
  String.raw`${begins}(?:sent|texted|emailed|gave|gui(?: ve| cho)?)\s{1,3}(?:me|us|em|minh|toi)\s{1,3}(?:this\s|the\s|is\s|la\s|:\s?)?${mark}{0,3}$`,
  "iu",
);
const anyCodeWord = new RegExp(`${begins}(?:${codeWords})${ends}`, "iu");
/** Numbers called "code" or "mã" that are no one-time code: of errors, places, orders, people. */
const otherCode =
  /(?<![\p{L}\p{N}])(?:error|exit|status|http|zip|postal|country|area|promo|coupon|discount|order|ticket|case|tracking|student)\s{1,3}$/iu;
const otherMa =
  /^\S{2,3}\s{1,3}(?:so\s{1,3})?(?:loi|don|yeu cau|case|ticket|order|sinh vien|nhan vien|khach hang|buu|vung|giam gia|khuyen mai|giao dich|hoa don)(?![\p{L}\p{N}])/iu;
const sinceYear = /(?<!\p{L})(?:since|from|in|year|nam|tu)\s{1,3}(?:19|20)\d\d$/iu;
/** Units after the digits: an amount, not a code. */
const amount =
  /^\s?(?:vnd|d|dong|usd|\$|€|eur|k|times|lan|users?|requests|gb|mb|ms|s|sec|seconds?|giay|min|minutes?|phut|chars?|characters|digits|ky tu|chu so)(?![\p{L}\p{N}])/iu;

/**
 * One-time codes and PINs next to a word for them: "code 123456", "mã OTP là 123 456", "123456 is my code".
 * @param text without accents
 */
export function findOneTimeCodes(text: string): readonly Detection<"one-time-code">[] {
  if (!/\d{2}|\d\W{1,2}\d/.test(text)) return [];
  return [...text.matchAll(digits)].flatMap(({ 0: given, index }) => {
    const end = index + given.length;
    const isOneTimeCode = isCode({
      given,
      before: text.slice(Math.max(0, index - contextCharacters), index),
      after: text.slice(end, end + contextCharacters),
    });
    return isOneTimeCode ? [{ kind: "one-time-code", start: index, end }] : [];
  });
}

interface CodeContext {
  readonly given: string;
  readonly before: string;
  readonly after: string;
}

function isCode({ given, before, after }: CodeContext): boolean {
  if (amount.test(after)) return false;
  const length = given.replace(/\D/g, "").length;
  if (length === 3) return cardCodeBefore.test(before);
  const isUsual = length === 6 || length === 8;
  const codeWord = (isUsual ? codeBefore : pinBefore).exec(before) ?? cardCodeBefore.exec(before);
  if (codeWord) {
    const isOther =
      otherCode.test(before.slice(0, codeWord.index)) || otherMa.test(before.slice(codeWord.index));
    return !isOther && !sinceYear.test(before.slice(-12) + given);
  }
  if (!isUsual) return false;
  if (length === 6 && sentBefore.test(before)) return true;
  return codeAfter.test(after) || (entered.test(before) && anyCodeWord.test(before + after));
}
