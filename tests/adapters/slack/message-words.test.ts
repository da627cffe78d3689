import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readQuestion } from "../../../adapters/slack/parsing/message-words.ts";
import { propertyRuns } from "../../support/property-runs.ts";

const words = "the root user's phone is gone";
const text = (value: string) => ({ type: "text", text: value });
const richText = (...elements: readonly object[]) => ({ type: "rich_text", elements });
const section = (...elements: readonly object[]) => ({ type: "rich_text_section", elements });

describe("the words of a message", () => {
  const places: readonly (readonly [string, object])[] = [
    ["its text", { text: words }],
    ["a paragraph", { blocks: [richText(section(text("the root user's "), text("phone is gone")))] }],
    ["a quote", { blocks: [richText({ type: "rich_text_quote", elements: [text(words)] })] }],
    ["code", { blocks: [richText({ type: "rich_text_preformatted", elements: [text(words)] })] }],
    [
      "a list",
      { blocks: [richText({ type: "rich_text_list", style: "bullet", elements: [section(text(words))] })] },
    ],
    [
      "a link's label",
      { blocks: [richText(section({ type: "link", url: "https://a.example", text: words }))] },
    ],
    ["a section", { blocks: [{ type: "section", text: { type: "mrkdwn", text: words } }] }],
    ["a section's field", { blocks: [{ type: "section", fields: [{ type: "plain_text", text: words }] }] }],
    ["a header", { blocks: [{ type: "header", text: { type: "plain_text", text: words } }] }],
    ["small print", { blocks: [{ type: "context", elements: [{ type: "mrkdwn", text: words }] }] }],
    ["Markdown", { blocks: [{ type: "markdown", text: words }] }],
    ["a table", { blocks: [{ type: "table", rows: [[{ type: "raw_text", text: words }]] }] }],
    ["a video's title", { blocks: [{ type: "video", title: { type: "plain_text", text: words } }] }],
    ["a block of tomorrow", { blocks: [{ type: "tomorrow", body: { type: "mrkdwn", text: words } }] }],
    [
      "blocks whose text says nothing",
      { text: "This content can't be displayed.", blocks: [section(text(words))] },
    ],
    ["an attachment", { attachments: [{ text: words, fallback: words }] }],
    ["an attachment's title", { attachments: [{ title: words, fallback: "more" }] }],
    ["what stands before an attachment", { attachments: [{ pretext: words }] }],
    ["an attachment's fallback alone", { attachments: [{ fallback: words }] }],
    ["an attachment's field", { attachments: [{ fields: [{ value: words, short: true }] }] }],
    ["an attachment's blocks", { attachments: [{ blocks: [{ type: "markdown", text: words }] }] }],
    [
      "a forwarded message",
      { text: "", attachments: [{ is_share: true, text: words, fallback: `[1] ana: ${words}` }] },
    ],
    [
      "a forwarded message's blocks",
      {
        attachments: [
          {
            is_msg_unfurl: true,
            message_blocks: [{ message: { blocks: [richText(section(text(words)))] } }],
          },
        ],
      },
    ],
    [
      "a pasted text",
      { files: [{ mode: "snippet", title: "Untitled", preview: words, mimetype: "text/plain" }] },
    ],
    ["a text's title", { files: [{ mode: "snippet", title: words, name: "a.txt" }] }],
    [
      "a text file",
      { files: [{ mode: "hosted", title: "a.txt", name: "a.txt", mimetype: "text/plain", preview: words }] },
    ],
    [
      "a voice clip",
      {
        files: [
          { subtype: "slack_audio", mimetype: "audio/mp4", transcription: { preview: { content: words } } },
        ],
      },
    ],
    [
      "fields that are null elsewhere",
      { text: null, blocks: null, attachments: [null, { text: words }], files: null },
    ],
  ];
  it.each(places)("stand in %s", (_, message) => {
    expect(readQuestion(message)).toEqual({ kind: "question", text: words, hasPicture: false });
  });

  it("are not read twice where text, blocks, attachment and file say the same", () => {
    const message = {
      text: words,
      blocks: [richText(section(text(words)))],
      attachments: [{ text: words, fallback: words }],
      files: [{ mode: "snippet", preview: words }],
    };
    expect(readQuestion(message).text).toBe(words);
  });

  it("go before those of a forwarded message, and a page's preview is none of them", () => {
    const shared = { is_share: true, text: words };
    const preview = { from_url: "https://a.example", title: "Ten ways to lose a phone" };
    expect(readQuestion({ text: "what now?", attachments: [shared, preview] }).text).toBe(
      `what now?\n${words}`,
    );
  });

  it("leave out mentions and buttons", () => {
    const button = { type: "button", text: { type: "plain_text", text: "Approve" } };
    const blocks = [
      richText(section({ type: "user", user_id: "U1" }, text(` ${words}`))),
      { type: "actions", elements: [button] },
      { type: "section", text: { type: "mrkdwn", text: "<@U2>" }, accessory: button },
    ];
    expect(readQuestion({ text: "", blocks }).text).toBe(words);
  });

  it.each([
    ["a picture", { mimetype: "image/png", mode: "hosted" }, true],
    ["a film", { mimetype: "video/mp4", mode: "hosted" }, true],
    ["a pasted text", { mode: "snippet" }, false],
    ["a voice clip without a transcript", { subtype: "slack_audio", mimetype: "video/mp4" }, false],
    ["a sound", { mimetype: "audio/mpeg" }, false],
  ])("tell of a picture where there is one: %s", (_, file, hasPicture) => {
    expect(readQuestion({ files: [file] })).toEqual({ kind: "question", text: "", hasPicture });
  });

  it("are read from whatever stands in a message, in no time and within the limit", () => {
    const anyMessage = fc.record({
      text: fc.oneof(fc.string(), fc.constant(null)),
      blocks: fc.jsonValue({ maxDepth: 6 }),
      attachments: fc.jsonValue({ maxDepth: 6 }),
      files: fc.jsonValue({ maxDepth: 6 }),
    });
    const property = fc.property(anyMessage, (message) => {
      expect(readQuestion(message).text.length).toBeLessThanOrEqual(12_000);
    });
    fc.assert(property, { numRuns: propertyRuns(200) });
  });

  it("end where blocks are nested without end", () => {
    const deep = Array.from({ length: 500 }).reduce<object>(
      (inner) => ({ type: "x", elements: [inner] }),
      text(words),
    );
    expect(readQuestion({ blocks: [deep] }).text).toBe("");
  });
});
