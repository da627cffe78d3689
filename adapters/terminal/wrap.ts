import wrapAnsi from "wrap-ansi";

/** Wraps lines between words to a width in columns. Text after a list marker is indented to its start. */
export function wrap(text: string, columns: number): string {
  return text
    .split("\n")
    .map((line) => wrapLine(line, columns))
    .join("\n");
}

const markerPattern = /^ *(?:\d+\. |- |! )?/;
/** Deep indents never leave less than this. */
const minTextColumns = 20;

function wrapLine(line: string, columns: number): string {
  const [marker = ""] = markerPattern.exec(line) ?? [];
  const textColumns = Math.max(minTextColumns, columns - marker.length);
  const wrapped = wrapAnsi(line.slice(marker.length), textColumns);
  return marker + wrapped.replaceAll("\n", `\n${" ".repeat(marker.length)}`);
}
