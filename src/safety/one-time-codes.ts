import { type Found, findAll } from "./found.ts";

/**
 * A word for a code, up to six words, and four to eight digits of which at most one gap divides the middle. AWS
 * sends and asks for six (IAM User Guide, "Virtual MFA device"), banks for four to eight. The digit is
 * looked for first, since looking back from every character would take long.
 */
const told =
  /(?=\d)(?<=(?<![\p{L}\p{N}])(?:otp|2fa|mfa|pin|code|codes|m[aã]\p{M}?)(?:\s{1,3}\p{L}[\p{L}\p{M}'’]{0,15}){0,6}\s{0,3}[:=]?\s{0,3})(?<![\d-])(?:\d{3}[ -]\d{3}|\d{4}[ -]\d{4}|\d{6}|\d{8})(?![\d-]|[ ]\d)/giu;
const toldShort =
  /(?=\d)(?<=(?<![\p{L}\p{N}])(?:otp|pin|cvv|cvc)(?:\s{1,3}\p{L}[\p{L}\p{M}'’]{0,15}){0,3}\s{0,3}[:=]?\s{0,3})(?<!\d)\d{3,8}(?![\p{L}\d])/giu;

/** One-time codes and PINs after a word that says so: "code 123456", "mã OTP là 123 456". */
export function findOneTimeCodes(text: string): readonly Found[] {
  return [...findAll(text, told, "one-time-code"), ...findAll(text, toldShort, "one-time-code")];
}
