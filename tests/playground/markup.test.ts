import { describe, expect, it } from "vitest";
import { readMarkdown } from "../../playground/client/discord/markdown.ts";
import { safeUrl } from "../../playground/client/safe-url.ts";
import { readMrkdwn } from "../../playground/client/slack/mrkdwn.ts";

const text = (content: string) => ({ kind: "text", text: content });

describe("Discord's markup", () => {
  it("has lists without blank lines around them, and nested lists", () => {
    const source = "Do this:\n3. one\n4. **two**\n   - inner\nThen that.";
    expect(readMarkdown(source)).toMatchObject([
      text("Do this"),
      text(":"),
      { kind: "break" },
      {
        kind: "list",
        isOrdered: true,
        start: 3,
        items: [
          [text("one")],
          [
            { kind: "strong", content: [text("two")] },
            { kind: "break" },
            { kind: "list", isOrdered: false, items: [[text("inner")]] },
          ],
        ],
      },
      text("Then that"),
      text("."),
    ]);
  });

  it("has headings, small print, quotes, code, spoilers and links with words", () => {
    expect(readMarkdown("## Title")).toEqual([{ kind: "heading", level: 2, content: [text("Title")] }]);
    expect(readMarkdown("-# small")).toEqual([{ kind: "subtext", content: [text("small")] }]);
    expect(readMarkdown("> said")).toMatchObject([{ kind: "quote", content: [text("said")] }]);
    expect(readMarkdown("```\na < b\n```")).toEqual([{ kind: "code-block", text: "a < b" }]);
    expect(readMarkdown("||hidden||")).toEqual([{ kind: "spoiler", content: [text("hidden")] }]);
    expect(readMarkdown("[page](<https://example.com/a_b>)")).toEqual([
      { kind: "link", url: "https://example.com/a_b", content: [text("page")] },
    ]);
  });

  it("has points in time, and keeps a number that is none as text", () => {
    expect(readMarkdown("since <t:1700000000:D>")).toMatchObject([
      text("since "),
      { kind: "time", at: 1_700_000_000_000, style: "D" },
    ]);
    expect(readMarkdown("<t:1700000000>")).toEqual([{ kind: "time", at: 1_700_000_000_000, style: "f" }]);
    expect(readMarkdown("<t:99999999999999>")).toEqual([text("<t:99999999999999>")]);
  });

  it("keeps escaped characters and HTML as text", () => {
    const words = (source: string) =>
      readMarkdown(source)
        .map((mark) => (mark.kind === "text" ? mark.text : mark.kind))
        .join("");
    expect(words("\\*not bold\\*")).toBe("*not bold*");
    expect(words("<img src=x onerror=alert(1)>")).toBe("<img src=x onerror=alert(1)>");
    expect(words("1\\. no list")).toBe("1. no list");
  });
});

describe("Slack's markup", () => {
  it("has bold, italic, strikethrough and code at word boundaries only", () => {
    expect(readMrkdwn("*bold* _it_ ~gone~ `a*b*`")).toEqual([
      { kind: "strong", content: [text("bold")] },
      text(" "),
      { kind: "em", content: [text("it")] },
      text(" "),
      { kind: "strike", content: [text("gone")] },
      text(" "),
      { kind: "code", text: "a*b*" },
    ]);
    expect(readMrkdwn("2*3*4 snake_case_name")).toEqual([text("2*3*4 snake_case_name")]);
  });

  it("has links, people and channels, and decodes entities", () => {
    expect(readMrkdwn("<https://example.com/?a=1&amp;b=2|here> <@U1> <#C1|help> &lt;b&gt;")).toEqual([
      { kind: "link", url: "https://example.com/?a=1&b=2", text: "here" },
      text(" "),
      { kind: "user", id: "U1" },
      text(" "),
      { kind: "channel", id: "C1" },
      text(" <b>"),
    ]);
  });

  it("has points in time, with or without a link, and what is shown in their place", () => {
    expect(readMrkdwn("<!date^1700000000^{date_short}, {time}|14 Nov &amp; later>")).toEqual([
      { kind: "time", seconds: 1_700_000_000, format: "{date_short}, {time}", text: "14 Nov & later" },
    ]);
    expect(readMrkdwn("<!date^1700000000^{time}^https://example.com|late>")).toEqual([
      { kind: "time", seconds: 1_700_000_000, format: "{time}", text: "late" },
    ]);
  });
});

it("only web and mail addresses are safe", () => {
  expect(safeUrl("https://example.com/a")).toBe("https://example.com/a");
  expect(safeUrl("mailto:a@example.com")).toBe("mailto:a@example.com");
  for (const url of [
    "javascript:alert(1)",
    " javascript:alert(1)",
    "data:text/html,x",
    "file:///etc",
    "no address",
  ])
    expect(safeUrl(url)).toBeUndefined();
});
