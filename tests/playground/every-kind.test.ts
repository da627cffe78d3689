import { expect, it } from "vitest";
import { buttons, everyWord } from "../support/every-kind.ts";
import { inBrowser } from "./browser.ts";
import { buildSample } from "./build-sample.ts";

/** Shows the sample of every kind as the page shows an entry's answer to its authors. */
const sample = `
  import { h, render } from "preact";
  import { AnswerView } from "./playground/client/authors/answer.tsx";
  import { everyKind } from "./tests/support/every-kind.ts";
  document.documentElement.lang = "en";
  render(h(AnswerView, { answer: everyKind }), document.body);`;

inBrowser("the page", (open) => {
  it("shows every kind of block, span and button", async () => {
    const page = await open("about:blank");
    await page.addScriptTag({ content: await buildSample(sample) });
    const shown = await page.locator("body").innerText();
    const labels = Object.values(buttons).map(({ label }) => label);
    expect([...everyWord, ...labels].filter((word) => !shown.includes(word))).toEqual([]);
    expect(await page.getByRole("link", { name: "linkSpan" }).getAttribute("href")).toBe(
      "https://example.com/link",
    );
    expect(await page.getByRole("time").getAttribute("datetime")).toBe("2023-11-14T22:13:20.000Z");
  });
});
