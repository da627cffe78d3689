/**
 * Folds a text for matching: lower case, no accents (Vietnamese is often typed without them), no apostrophes, no
 * invisible characters. "Đăng nhập" and "dang nhap" become the same.
 */
export function fold(text: string): string {
  return text
    .toWellFormed()
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}'’‘ʼ`]+/gu, "")
    .replaceAll("đ", "d");
}

const word = /[\p{L}\p{N}]+/gu;
/** Account ids, phone numbers and codes: their digits carry no meaning. */
const longNumber = /^\d{5,}$/;

/** The words of a text, folded; long numbers all become `#`. */
export function toWords(text: string): readonly string[] {
  return (fold(text).match(word) ?? []).map((found) => (longNumber.test(found) ? "#" : found.slice(0, 40)));
}
