import { splitLines } from "../../../src/lib/split-lines.ts";

/** Parts with an empty line between, in as few texts within a limit of characters as it takes. */
export function paginate(parts: readonly string[], limit: number): readonly string[] {
  const pages: string[] = [];
  for (const part of parts.flatMap((whole) => splitLines(wrap(whole, limit / 2), limit))) {
    const last = pages.at(-1);
    if (last === undefined || last.length + 2 + part.length > limit) pages.push(part);
    else pages[pages.length - 1] = `${last}\n\n${part}`;
  }
  return pages;
}

/** Lines that are too long are broken between words, where no mark is torn from what it belongs to. */
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
