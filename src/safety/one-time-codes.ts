import type { Found } from "./found.ts";

/**
 * Four to eight digits, in up to three groups or one by one. AWS sends and asks for six (IAM User Guide, "Virtual
 * MFA device"), banks for four to eight, cards have three on their back.
 */
const digits =
  /(?<![\d.,-]|\d[ )])(?:\d{2} \d{2} \d{2}|\d(?: \d){5}|\d{3}[ -]\d{3}|\d{4}[ -]\d{4}|\d{3,8})(?![\d-]|[ )]{1,2}\d|[.,]\d)/g;

/** Characters before and after the digits in which a word may say what they are. */
const reach = 160;

const mark = String.raw`[*_~\x60"'“”‘’«»()[\]>]`;
const word = String.raw`(?:\d{1,2}[\s-]{1,2})?\p{L}[\p{L}\p{M}'’]{0,15}`;
/** After a word for a code: up to eight others, then a sign or a space. */
const ending = (most: number) =>
  String.raw`(?:${mark}{0,3}[\s,]{1,3}${mark}{0,2}${word}){0,${most}}${mark}{0,3}\s{0,3}(?:[:=]|-+>|=>|-)?\s{0,5}${mark}{0,3}$`;
const begins = String.raw`(?<![\p{L}\p{N}])`;

const codeBefore = new RegExp(
  `${begins}(?:otp|2fa|mfa|totp|pin|codes?|passcode|m[aã]\u0303?)(?!\\p{M})${ending(8)}`,
  "iu",
);
const shortBefore = new RegExp(`${begins}(?:otp|pin|cvv2?|cvc2?)${ending(3)}`, "iu");
const codeAfter = new RegExp(
  String.raw`^${mark}{0,3}\s{1,3}(?:is|was|l[aà]\p{M}?)(?:\s{1,3}\p{L}[\p{L}\p{M}]{0,15}){0,4}?\s{1,3}(?:otp|pin|code|passcode|m[aã]\u0303?)(?![\p{L}\p{M}\p{N}])`,
  "iu",
);
/** Numbers that have "code" in their name without being one to type: of errors, places, orders, people. */
const otherCode =
  /(?<![\p{L}\p{N}])(?:error|exit|status|http|zip|postal|country|area|promo|coupon|discount|order|ticket|case|tracking|student)\s{1,3}$/iu;
const otherMa =
  /^\S{2,3}\s{1,3}(?:s[oố]\p{M}{0,2}\s{1,3})?(?:l[oỗ]\p{M}{0,2}i|đơn|don|y[eê]\p{M}?u|case|ticket|order|sinh|nh[aâ]\p{M}?n|kh[aá]\p{M}?ch|b[uư]\p{M}?u|v[uù]\p{M}?ng|gi[aả]\p{M}?m|khuy[eế]\p{M}{0,2}n|giao|ho[aá]\p{M}?)(?![\p{L}\p{N}])/iu;
/** What is counted or paid. */
const amount = /^\s?(?:vnd|vnđ|đ|dong|đồng|usd|\$|€|eur|k|times|users?|requests|gb|mb|ms)(?![\p{L}\p{N}])/iu;

/** One-time codes and PINs beside a word that says so: "code 123456", "mã OTP là 123 456", "123456 is my code". */
export function findOneTimeCodes(text: string): readonly Found<"one-time-code">[] {
  return [...text.matchAll(digits)].flatMap(({ 0: given, index }) => {
    const end = index + given.length;
    const isCode = isToldAsCode({
      given,
      before: text.slice(Math.max(0, index - reach), index),
      after: text.slice(end, end + reach),
    });
    return isCode ? [{ kind: "one-time-code", start: index, end }] : [];
  });
}

interface Told {
  readonly given: string;
  readonly before: string;
  readonly after: string;
}

function isToldAsCode({ given, before, after }: Told): boolean {
  if (amount.test(after)) return false;
  const length = given.replace(/\D/g, "").length;
  const told = shortBefore.exec(before) ?? (isUsual(length) ? codeBefore.exec(before) : null);
  if (told) return !otherCode.test(before.slice(0, told.index)) && !otherMa.test(before.slice(told.index));
  return isUsual(length) && codeAfter.test(after);
}

function isUsual(length: number): boolean {
  return length === 6 || length === 8;
}
