import type { Detection } from "../detection.ts";

// Numbers that say who somebody is to an authority or a bank, told by a word before them or by their own form.

const begins = String.raw`(?<![\p{L}\p{N}])`;
const upTo = String.raw`(?:[^\S\n]{0,3}(?:(?:number|num|no\.?|nr\.?|id|card|is|was|of|mine|my|so|la|cua|em|minh|toi|anh|chi|nay|dan|cong|#|:|=|-)[^\S\n]{0,3}){0,6}\n?[^\S\n]{0,3}["'*(]{0,2})`;

const told: readonly RegExp[] = [
  // ssa.gov/employer/randomization.html: nine digits
  new RegExp(
    String.raw`${begins}(?:ssn|itin|social security)${upTo}(\d{3}[- ]?\d{2}[- ]?\d{4})(?!\d)`,
    "giud",
  ),
  // ICAO Doc 9303, part 3: up to nine letters and digits
  new RegExp(
    String.raw`${begins}(?:passport|passeport|ho chieu)${upTo}([A-Z]{0,2}\d{6,9}[A-Z]?)(?![\p{L}\p{N}])`,
    "giud",
  ),
  // Vietnam, Circular 59/2021/TT-BCA: twelve digits; the older CMND has nine
  new RegExp(
    String.raw`${begins}(?:cccd|cmnd|cmt|cmtnd|can cuoc|chung minh(?: nhan dan| thu)?|citizen id|national id)${upTo}(\d{3}[ .]?\d{3}[ .]?\d{3}(?:[ .]?\d{3})?)(?!\d)`,
    "giud",
  ),
  new RegExp(
    String.raw`${begins}(?:stk|bank account|so tai khoan (?:ngan hang|bank))${upTo}(\d{8,16})(?!\d)`,
    "giud",
  ),
  new RegExp(
    String.raw`${begins}(?:driver'?s?'? licen[cs]e|driving licen[cs]e|gplx|giay phep lai xe|bang lai)${upTo}([A-Z]{0,2}\d[\dA-Z-]{5,14})(?![\p{L}\p{N}])`,
    "giud",
  ),
];
/** Without a word: three, two and four digits, of ranges that are issued (20 CFR 422.103). */
const ssn = /(?<![\w.-])(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\w-]|\.\d)/g;
/** ISO 13616: country, check digits, and up to thirty letters and digits, in fours or in one. */
const iban = /(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?(?![A-Za-z0-9])/g;

/**
 * Numbers of identity documents and bank accounts.
 * @param text without accents
 */
export function findIdentityNumbers(text: string): readonly Detection<"identity-number">[] {
  if (!/\d{2}/.test(text)) return [];
  const named = told.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(({ indices }) => toDetection(indices?.[1])),
  );
  const byForm = [
    ...text.matchAll(ssn),
    ...[...text.matchAll(iban)].filter(([given]) => isIban(given)),
  ].flatMap(({ 0: given, index }) => toDetection([index, index + given.length]));
  return [...named, ...byForm];
}

function toDetection(place: readonly [number, number] | undefined): readonly Detection<"identity-number">[] {
  return place ? [{ kind: "identity-number", start: place[0], end: place[1] }] : [];
}

/** The remainder of the rearranged number by 97 is 1: ISO 7064. */
function isIban(given: string): boolean {
  const plain = given.replaceAll(" ", "");
  if (plain.length < 15 || plain.length > 34) return false;
  const digits = [...`${plain.slice(4)}${plain.slice(0, 4)}`]
    .map((sign) => Number.parseInt(sign, 36))
    .join("");
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}
