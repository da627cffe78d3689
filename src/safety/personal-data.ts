import { type Detection, type DetectionKind, detectAll } from "./detection.ts";
import { toReadableText } from "./readable-text.ts";

const patterns: readonly { readonly kind: DetectionKind; readonly pattern: RegExp }[] = [
  // RFC 5321, section 4.1.2, as addresses are written in practice.
  { kind: "email", pattern: /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu },
  // Twelve digits, with or without dashes: docs.aws.amazon.com/accounts, "View AWS account identifiers".
  { kind: "account-id", pattern: /(?<![\d-])(?:\d{12}|\d{4}-\d{4}-\d{4})(?![\d-])/g },
  // ITU-T E.164: a plus sign and at most 15 digits.
  { kind: "phone", pattern: /(?<!\d)\+\s?\(?\d(?:[ .()-]{0,2}\d){6,14}/g },
  // Vietnam (Circular 22/2014/TT-BTTTT) and most of the world: a leading zero, nine to eleven digits.
  { kind: "phone", pattern: /(?<![\d-])\(?0\d(?:[ .)-]{0,2}\d){7,9}(?!\d)/g },
  // North America (nationalnanpa.com): three, three and four.
  { kind: "phone", pattern: /(?<!\d)(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}(?!\d)/g },
  // Any other number long enough to identify somebody or something of theirs.
  { kind: "number", pattern: /(?<!\d)\d{8,}/g },
  { kind: "number", pattern: /(?<!\d)\d{3,}(?:[ -]\d{3,}){3,}/g },
];

/** E-mail addresses, phone numbers, AWS account ids and long numbers. */
export function findPersonalData(original: string): readonly Detection[] {
  const { text, inOriginal } = toReadableText(original);
  return patterns.flatMap(({ kind, pattern }) => detectAll(text, pattern, kind)).map(inOriginal);
}
