import { below, type Random } from "./random.ts";

/** The text with one random edit in about a fifth of its words, as if typed in a hurry. */
export function withTypos(text: string, random: Random): string {
  return text
    .split(" ")
    .map((word) => (random() < 0.2 ? withEdit(word, random) : word))
    .join(" ");
}

/** A variation of the phrase: one word left out or mistyped. */
export function varyPhrase(text: string, random: Random): string {
  const words = text.split(" ");
  const chosen = below(words.length, random);
  if (words.length > 2 && random() < 0.5) return words.filter((_, index) => index !== chosen).join(" ");
  return words.map((word, index) => (index === chosen ? withEdit(word, random) : word)).join(" ");
}

const letters = "abcdefghijklmnopqrstuvwxyz";

/** One letter deleted, inserted, replaced or swapped with the next. */
function withEdit(word: string, random: Random): string {
  const at = below(word.length, random);
  const [before, here, after] = [word.slice(0, at), word.slice(at, at + 1), word.slice(at + 1)];
  const letter = letters.charAt(below(letters.length, random));
  switch (below(4, random)) {
    case 0:
      return before + after;
    case 1:
      return before + letter + here + after;
    case 2:
      return before + letter + after;
    default:
      return before + after.slice(0, 1) + here + after.slice(1);
  }
}
