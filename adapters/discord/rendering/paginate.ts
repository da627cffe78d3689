import { splitLines } from "../../../src/lib/split-lines.ts";

/**
 * Joins parts with an empty line between them, on as few pages as possible.
 * @param limit characters of a page
 */
export function paginate(parts: readonly string[], limit: number): readonly string[] {
  const pages: string[] = [];
  const pieces = parts.flatMap((part) => splitLines(wrap(part, limit / 2), limit));
  for (const piece of pieces) {
    const last = pages.at(-1);
    if (last === undefined || last.length + 2 + piece.length > limit) pages.push(piece);
    else pages[pages.length - 1] = `${last}\n\n${piece}`;
  }
  return pages;
}

/** Breaks long lines between words, so that markup stays with its word. */
function wrap(text: string, limit: number): string {
  return text
    .split("\n")
    .flatMap((line) => (line.length <= limit ? [line] : wrapLine(line, limit)))
    .join("\n");
}

function wrapLine(line: string, limit: number): readonly string[] {
  const lines: string[] = [];
  for (const word of line.split(/(?<=\s)(?=\S)/)) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length > limit) lines.push(word);
    else lines[lines.length - 1] = last + word;
  }
  return lines;
}
