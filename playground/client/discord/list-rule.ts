import type { rules } from "discord-markdown-parser";

type Rule = (typeof rules)[string];

/** One or more items, each with the lines indented below it. */
const list = /^(?: *(?:[-*]|\d{1,9}\.) +[^\n]*(?:\n {2,}[^\n]+)*(?:\n|$))+/;
const bullet = /^( *)([-*]|\d{1,9}\.) +/;

/** Discord's lists, which the parser lacks. They start at the beginning of a line and need no blank line around them. */
export const listRule: Rule = {
  order: 0,
  match: (source, { prevCapture }) => {
    const before = prevCapture?.[0] ?? "";
    return before === "" || before.endsWith("\n") ? list.exec(source) : null;
  },
  parse: ([whole = ""], parse, state) => {
    const [, indent = "", mark = "-"] = bullet.exec(whole) ?? [];
    return {
      ordered: /\d/.test(mark),
      start: Number.parseInt(mark, 10),
      items: splitItems(whole, indent.length).map((item) => parse(item, { ...state, prevCapture: null })),
    };
  },
};

/** A line indented deeper than the first item belongs to the item above it. */
function splitItems(whole: string, indent: number): readonly string[] {
  const items: string[] = [];
  for (const line of whole.replace(/\n$/, "").split("\n")) {
    const found = bullet.exec(line);
    const isItem = found !== null && (found[1] ?? "").length <= indent;
    if (isItem) items.push(line.slice(found[0].length));
    else items.push(`${items.pop() ?? ""}\n${line.slice(Math.min(indent + 2, line.search(/\S|$/)))}`);
  }
  return items;
}
