/**
 * Letters of other scripts that look like Latin ones. A choice of Unicode's confusables (UTS #39): those that stand in
 * imitations of names.
 */
const lookalikes: Readonly<Record<string, string>> = {
  ...spread("a", "аɑαａ"),
  ...spread("b", "Ьвβ"),
  ...spread("c", "сϲ"),
  ...spread("d", "ԁɗ"),
  ...spread("e", "еєεҽ"),
  ...spread("g", "ɡԍ"),
  ...spread("h", "һн"),
  ...spread("i", "іιı"),
  ...spread("j", "јϳ"),
  ...spread("k", "кκ"),
  ...spread("l", "ӏǀІ"),
  ...spread("m", "мｍ"),
  ...spread("n", "ոпη"),
  ...spread("o", "оοσօ"),
  ...spread("p", "рρ"),
  ...spread("r", "гг"),
  ...spread("s", "ѕꜱ"),
  ...spread("t", "тτ"),
  ...spread("u", "υцս"),
  ...spread("v", "ѵν"),
  ...spread("w", "ԝωѡ"),
  ...spread("x", "хχ"),
  ...spread("y", "уүγ"),
  ...spread("z", "ᴢ"),
};

/** Digits and signs that stand for letters in disguised words. */
const leet: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "l",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "8": "b",
  "@": "a",
  $: "s",
  "!": "i",
};

function spread(letter: string, forms: string): Readonly<Record<string, string>> {
  return Object.fromEntries([...forms].map((form) => [form, letter]));
}

/** Latin letters in place of those that look like them; accents stay. */
function toLatin(text: string): string {
  return text.replace(/[^\p{ASCII}]/gu, (letter) => lookalikes[letter] ?? letter);
}

/** The same, and letters in place of digits and signs within a word: "wh@ts4pp", "passw0rd!". */
export function toLetters(text: string): string {
  return toLatin(text).replace(
    /[0134578@$!](?=[\p{L}\p{N}])|(?<=\p{L})[013457]/gu,
    (sign) => leet[sign] ?? sign,
  );
}
