import { cut } from "./cut.ts";

const fence = "```";
/** Room for closing a code fence and reopening it. */
const fenceMargin = 2 * (fence.length + 1);

/**
 * Splits a Markdown text at line ends into pieces of at most `limit` characters. A code fence that spans a split is
 * closed before it and reopened after. A line that is too long by itself is split between graphemes.
 */
export function splitLines(text: string, limit: number): readonly string[] {
  const pieces: string[] = [];
  let piece: string | undefined;
  for (const line of text.split("\n").flatMap((whole) => cut(whole, limit - fenceMargin))) {
    if (piece === undefined || piece.length + line.length + fenceMargin <= limit) {
      piece = piece === undefined ? line : `${piece}\n${line}`;
      continue;
    }
    const isOpen = piece.split(fence).length % 2 === 0;
    pieces.push(isOpen ? `${piece}\n${fence}` : piece);
    piece = isOpen ? `${fence}\n${line}` : line;
  }
  return piece === undefined ? pieces : [...pieces, piece];
}
