/** Characters of a message that are looked at: the first and the last, where people say what is wrong. */
const maxMatchedCharacters = { first: 4000, last: 2000 };

/** Sentences that are matched one by one; more are joined to longer ones. */
const maxSentences = 30;

/** What is matched of a message at most, so that a message of any length takes bounded time. */
export function truncateMessage(text: string): string {
  if (text.length <= maxMatchedCharacters.first + maxMatchedCharacters.last) return text;
  return `${text.slice(0, maxMatchedCharacters.first)}\n${text.slice(-maxMatchedCharacters.last)}`;
}

/** Divides a message into its sentences, at most `sentenceLimit`, each of some words. */
export function toSentences(text: string): readonly string[] {
  const pieces = text
    .split(/(?<=[.!?…。？！])\s+|\n+|;\s+/u)
    .map((piece) => piece.trim())
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece));
  const perSentence = Math.ceil(pieces.length / maxSentences);
  if (perSentence <= 1) return pieces;
  return Array.from({ length: Math.ceil(pieces.length / perSentence) }, (_, index) =>
    pieces.slice(index * perSentence, (index + 1) * perSentence).join(" "),
  );
}
