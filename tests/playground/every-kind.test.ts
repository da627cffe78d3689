import path from "node:path";
import { build } from "esbuild";
import { expect, it } from "vitest";
import { buttons, everyWord } from "../support/every-kind.ts";
import { inBrowser } from "./browser.ts";

const root = path.join(import.meta.dirname, "..", "..");

/** A script that shows the sample of every kind as the page shows an entry's answer to its authors. */
async function buildSample(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import { h, render } from "preact";
        import { AnswerView } from "./playground/client/authors/answer.tsx";
        import { everyKind } from "./tests/support/every-kind.ts";
        render(h(AnswerView, { answer: everyKind }), document.body);`,
      resolveDir: root,
      loader: "ts",
    },
    bundle: true,
    write: false,
    jsx: "automatic",
    jsxImportSource: "preact",
  });
  return outputFiles[0]?.text ?? "";
}

inBrowser("the page", (open) => {
  it("shows every kind of block, span and button", async () => {
    const page = await open("about:blank");
    await page.addScriptTag({ content: await buildSample() });
    const shown = await page.locator("body").innerText();
    const labels = Object.values(buttons).map(({ label }) => label);
    expect([...everyWord, ...labels].filter((word) => !shown.includes(word))).toEqual([]);
    expect(await page.getByRole("link", { name: "linkSpan" }).getAttribute("href")).toBe(
      "https://example.com/link",
    );
  });
});
