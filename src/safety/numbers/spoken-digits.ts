import type { Detection } from "../detection.ts";

/** The digits as words of English and, without accents, of Vietnamese. */
const digit =
  "(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|khong|mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin)";
const spoken = new RegExp(
  String.raw`(?<![\p{L}\p{N}])${digit}(?:[ ,.;-]{1,3}${digit}){3,18}(?![\p{L}\p{N}])`,
  "giu",
);
const codeBefore =
  /(?<![\p{L}\p{N}])(?:otp|2fa|mfa|totp|pin|codes?|passcode|password|pass|ma|mk|cvv|digits?|so|numbers?)(?![\p{L}\p{N}])[^\n]{0,60}$/iu;
/** This many in a row are no part of a sentence. */
const certain = 6;

/**
 * Codes that are read aloud: "four one nine two zero six".
 * @param text without accents
 */
export function findSpokenDigits(text: string): readonly Detection<"one-time-code">[] {
  return [...text.matchAll(spoken)].flatMap(({ 0: given, index }) => {
    const isCode =
      given.split(/[^a-z]+/i).length >= certain ||
      codeBefore.test(text.slice(Math.max(0, index - 80), index));
    return isCode ? [{ kind: "one-time-code", start: index, end: index + given.length }] : [];
  });
}
