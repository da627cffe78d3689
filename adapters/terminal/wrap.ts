import wrapAnsi from "wrap-ansi";

/** Breaks lines between words to fit a width in columns; what follows a marker stays under its text. */
export function wrap(text: string, columns: number): string {
  return text
    .split("\n")
    .map((line) => wrapLine(line, columns))
    .join("\n");
}

const marker = /^ *(?:\d+\. |- |! )?/;

function wrapLine(line: string, columns: number): string {
  const [start = ""] = marker.exec(line) ?? [];
  const width = Math.max(20, columns - start.length);
  const rest = wrapAnsi(line.slice(start.length), width);
  return start + rest.replaceAll("\n", `\n${" ".repeat(start.length)}`);
}
