import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const page = path.join(import.meta.dirname, "..", "docs", "reliability.md");

/**
 * Replaces the part of docs/reliability.md between a platform's two marks.
 * @throws Error if the page has no such part
 */
export function writeReport(name: string, part: string): void {
  const [begin, end] = [`<!-- soak ${name}: begin -->`, `<!-- soak ${name}: end -->`];
  const text = readFileSync(page, "utf8");
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${page} has no lines ${begin} and ${end}`);
  writeFileSync(page, `${text.slice(0, from + begin.length)}\n\n${part.trim()}\n\n${text.slice(to)}`);
}
