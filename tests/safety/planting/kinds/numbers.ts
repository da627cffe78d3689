import { alphabets, bare, type PlantedKind, spelled, told } from "../kind.ts";
import type { Random } from "../random.ts";

const code = ({ of }: Random) => of(alphabets.digits, 6);
const pin = ({ of }: Random) => of(alphabets.digits, 4);
const card = (random: Random) => {
  const start = random.pick(["4", "51", "2221", "6011", "9704"]);
  const body = start + random.of(alphabets.digits, 15 - start.length);
  return `${body}${[...alphabets.digits].find((digit) => luhn(body + digit) % 10 === 0) ?? ""}`;
};

function luhn(number: string): number {
  const places = [...number].reverse().map(Number);
  return places.reduce((sum, digit, place) => {
    const doubled = place % 2 === 0 ? digit : digit * 2;
    return sum + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
}

const fours = (text: string) => text.match(/.{1,4}/g)?.join(" ") ?? text;
const each = (gap: string) => (text: string) => [...text].join(gap);
const english = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
const vietnamese = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
const inWords = (words: readonly string[]) => (text: string) =>
  [...text].map((digit) => words[Number(digit)] ?? "").join(" ");
/** An IBAN of Germany with its check digits (ISO 13616). */
const iban = ({ of }: Random) => {
  const account = of(alphabets.digits, 18);
  const check = 98n - (BigInt(`${account}131400`) % 97n);
  return `DE${String(check).padStart(2, "0")}${account}`;
};

/** Codes, cards and numbers of people. */
export const numberKinds: readonly PlantedKind[] = [
  told("one-time code", "the code is …", code),
  told("one-time code, in Vietnamese", "mã OTP là …", code),
  told("one-time code, entered", "i entered … and it says the code is wrong", code),
  spelled("one-time code, digit by digit", code, "the code is …", each(" ")),
  spelled("one-time code, digits with dashes", code, "my otp: …", each("-")),
  spelled("one-time code read aloud", code, "the code it gave me is …", inWords(english)),
  spelled("one-time code read aloud, in Vietnamese", code, "mã là …", inWords(vietnamese)),
  told("PIN", "my PIN is …", pin),
  told("PIN, in Vietnamese", "mã pin của em là …", pin),
  spelled("PIN read aloud", pin, "my pin is …", inWords(english)),
  told("Google code", "your Google code is G-…", code),
  told("WhatsApp-like code", "code …", ({ of }) => `${of(alphabets.digits, 3)}-${of(alphabets.digits, 3)}`),
  bare("card number", card),
  spelled("card number in fours", card, "…", fours),
  spelled("card number digit by digit", card, "my card: …", each(" ")),
  spelled("card number digit by digit, with commas", card, "my card is …", each(", ")),
  spelled("card number with dots between digits", card, "…", each(".")),
  spelled("card number over two lines", card, "card\n…", (text) => `${text.slice(0, 8)}\n${text.slice(8)}`),
  told("CVV", "cvv …", ({ of }) => of(alphabets.digits, 3)),
  told("SSN", "SSN: …", ({ of }) => `1${of("123456789", 2)}-${of("123456789", 2)}-${of("123456789", 4)}`),
  bare("SSN, bare", ({ of }) => `2${of("123456789", 2)}-${of("123456789", 2)}-${of("123456789", 4)}`),
  told("SSN without dashes", "my social security number is …", ({ of }) => `3${of("123456789", 8)}`),
  told("passport", "passport number …", ({ of }) => `${of(alphabets.upper, 1)}${of(alphabets.digits, 8)}`),
  told("passport, in Vietnamese", "hộ chiếu của em số …", ({ of }) => `C${of(alphabets.digits, 7)}`),
  told("CCCD", "số CCCD của em là …", ({ of }) => `0${of(alphabets.digits, 11)}`),
  told("CMND", "cmnd …", ({ of }) => of("123456789", 9)),
  bare("IBAN", iban),
  spelled("IBAN in fours", iban, "my iban is …", fours),
  told(
    "driver's license",
    "driver's license number: …",
    ({ of }) => `${of(alphabets.upper, 1)}${of(alphabets.digits, 7)}`,
  ),
];
