import { cut } from "./cut.ts";

const fence = "```";
/** Room for closing a code fence and opening it again. */
const fenceMargin = 2 * (fence.length + 1);

/**
 * Divides a marked-up text at line ends into pieces within a limit of characters; a code fence that a cut goes
 * through is closed before it and opened again after. A single longer line is cut, between characters.
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
