import type { Detection } from "../detection.ts";

/** Prefixes and lengths by issuer: ISO/IEC 7812-1 and the issuers' own ranges; 9704 is NAPAS in Vietnam. */
const issuers: readonly { readonly prefix: RegExp; readonly lengths: readonly number[] }[] = [
  { prefix: /^4/, lengths: [13, 16, 19] },
  { prefix: /^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, lengths: [16] },
  { prefix: /^3[47]/, lengths: [15] },
  { prefix: /^3(?:0[0-5]|[689])/, lengths: [14] },
  { prefix: /^(?:6011|65|64[4-9]|62|81|9704|352[89]|35[3-8])/, lengths: [16, 17, 18, 19] },
];
const maxCardDigits = 19;

/** Groups of at least three digits, as cards are printed and typed, separated by spaces, a dash, a dot or a slash. */
const groupsOfDigits = /(?<!\d)\d{3,}(?:(?: {1,2}| ?[-./] ?|,? ?\r?\n ?)\d{3,}){0,}/g;
/** Digit by digit, as a card is read aloud. */
const singleDigits = /(?<!\d|\d[ ,.-])\d(?:(?:, ?|[ .-])\d){12,18}(?!\d|[ ,.-]{1,2}\d)/g;
/** An order number of Amazon's shop: 3, 7 and 7 digits (its page on finding an order's number). */
const orderNumber = /^\d{3}-\d{7}-\d{7}$/;
const group = /\d+/g;

/** Card numbers: an issuer's prefix, one of its lengths, and a valid check digit. */
export function findCardNumbers(text: string): readonly Detection<"card-number">[] {
  return [...findSingleDigits(text), ...findGroups(text)];
}

function findSingleDigits(text: string): readonly Detection<"card-number">[] {
  return [...text.matchAll(singleDigits)].flatMap(({ 0: run, index }) =>
    isCard(run.replace(/\D/g, "")) ? [{ kind: "card-number", start: index, end: index + run.length }] : [],
  );
}

function findGroups(text: string): readonly Detection<"card-number">[] {
  return [...text.matchAll(groupsOfDigits)].flatMap(({ 0: run, index }) => {
    if (orderNumber.test(run)) return [];
    const groups = [...run.matchAll(group)].map((found) => ({
      digits: found[0],
      start: index + found.index,
    }));
    return groups.flatMap((_, first) => cardFrom(groups, first));
  });
}

interface Group {
  readonly digits: string;
  readonly start: number;
}

/** The longest card number that starts with a group. */
function cardFrom(groups: readonly Group[], first: number): readonly Detection<"card-number">[] {
  let digits = "";
  let found: Detection<"card-number"> | undefined;
  for (const next of groups.slice(first, first + maxCardDigits / 3)) {
    digits += next.digits;
    if (digits.length > maxCardDigits) break;
    const start = groups[first]?.start ?? next.start;
    if (isCard(digits)) found = { kind: "card-number", start, end: next.start + next.digits.length };
  }
  return found ? [found] : [];
}

function isCard(digits: string): boolean {
  const isIssued = issuers.some(
    ({ prefix, lengths }) => lengths.includes(digits.length) && prefix.test(digits),
  );
  return isIssued && hasCheckDigit(digits);
}

/** The Luhn formula: ISO/IEC 7812-1, annex B. */
function hasCheckDigit(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
