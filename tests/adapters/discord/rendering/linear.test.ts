import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseText } from "../../../../adapters/discord/parsing/parse-text.ts";
import { escapeText, toCodeBlock, toMarkdown } from "../../../../adapters/discord/rendering/markdown.ts";

const functions = {
  escapeText,
  toCodeBlock,
  code: (text: string) => toMarkdown([{ kind: "code", text }]),
  parseText,
};
const pieces = [
  "\n",
  " ",
  "\t",
  "\r",
  "\u2028",
  " \n",
  "1",
  "1\n",
  "#",
  "> ",
  "`",
  "``",
  "*",
  "<",
  ":a",
  "@",
];

/** Processor time of the fastest of several runs, in microseconds. */
function cost(run: () => unknown): number {
  const costs = Array.from({ length: 5 }, () => {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    return user + system;
  });
  return Math.min(...costs);
}

describe.each(Object.entries(functions))("%s", (_, render) => {
  it("takes twice as long for a text that is twice as long", () => {
    const text = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(text, (parts) => {
        const unit = parts.join("");
        const repeat = (characters: number) => unit.repeat(Math.ceil(characters / unit.length));
        const [half, whole] = [repeat(30_000), repeat(60_000)];
        // Below some milliseconds, the clock measures itself.
        const isQuick = cost(() => render(whole)) < 20_000;
        expect(isQuick || cost(() => render(whole)) / cost(() => render(half)) < 3).toBe(true);
      }),
      { numRuns: 20 },
    );
  });
});
