import { expect, it } from "vitest";
import * as discord from "../../adapters/discord/rendering/render-answer.ts";
import * as slack from "../../adapters/slack/rendering/render-answer.ts";
import type { Answer } from "../../src/answer/answer.ts";
import { plain, type Span } from "../../src/answer/text.ts";
import { inBrowser, type OpenPage } from "./browser.ts";
import { buildSample } from "./build-sample.ts";

/** 22:13 on 14 November in UTC: the next day in Vietnam. */
const time: Span = { kind: "time", text: "in UTC", at: 1_700_000_000_000 };
const answer: Answer = {
  locale: "en",
  blocks: [
    { kind: "paragraph", text: [plain("Since "), time] },
    { kind: "note", tone: "footnote", text: [plain("Until "), time] },
  ],
  buttons: [],
};

async function show(open: OpenPage, language: string, element: string): Promise<string> {
  const page = await open("about:blank", { timezoneId: "Asia/Ho_Chi_Minh" });
  const script = await buildSample(`
    import { h, render } from "preact";
    import { Markdown } from "./playground/client/discord/marks.tsx";
    import { Blocks } from "./playground/client/slack/blocks.tsx";
    document.documentElement.lang = "${language}";
    render(${element}, document.body);`);
  await page.addScriptTag({ content: script });
  return page.locator("body").innerText();
}

function blocksOf(...given: readonly object[]): string {
  return `h(Blocks, { blocks: ${JSON.stringify(given)}, target: { channel: "C1", ts: "1" }, values: {} })`;
}

inBrowser("a point in time on the page", (open) => {
  it("is shown in the reader's zone as Slack shows it, in rich text and in small print", async () => {
    const [message] = slack.renderAnswer(answer);
    const shown = await show(open, "en", blocksOf(...(message?.blocks ?? [])));
    expect(shown).toContain("Since Nov 15, 2023, 05:13");
    expect(shown).toContain("Until Nov 15, 2023, 05:13");
  });

  it("is shown in the reader's zone as Discord shows it", async () => {
    const [message] = discord.renderAnswer(answer);
    const [text] = (message?.components ?? []).flatMap((part) => ("content" in part ? [part.content] : []));
    const shown = await show(open, "en", `h(Markdown, { text: ${JSON.stringify(text)} })`);
    expect(shown).toContain("Since November 15, 2023 at 05:13");
    expect(shown).toContain("Until November 15, 2023 at 05:13");
    expect(await show(open, "vi", `h(Markdown, { text: ${JSON.stringify(text)} })`)).toContain(
      "15 tháng 11, 2023",
    );
  });

  it("is its fallback where Slack's format is not known", async () => {
    const date = { type: "date", timestamp: 1_700_000_000, format: "{moon}", fallback: "in UTC" };
    const block = { type: "rich_text", elements: [{ type: "rich_text_section", elements: [date] }] };
    expect(await show(open, "en", blocksOf(block))).toBe("in UTC");
  });
});
