import type { types } from "@slack/bolt";
import type { Answer, Block } from "../../../src/answer/answer.ts";
import type { Text } from "../../../src/answer/text.ts";
import { maxContextCharacters, maxHeaderCharacters, maxMessageCharacters } from "../limits.ts";
import { escapeText } from "./escape-text.ts";
import { toMrkdwn } from "./mrkdwn.ts";
import { jsonLength, paginate } from "./paginate.ts";
import { textToPlain, toPlainText } from "./plain-text.ts";
import { toPlainTextElement } from "./plain-text-element.ts";
import { renderButtons } from "./render-buttons.ts";
import { type RichElement, toRichText } from "./rich-text.ts";

/** A message for chat.postMessage or a response_url. */
export interface SlackMessage {
  /** The whole content as plain text: screen readers read it instead of the blocks. */
  readonly text: string;
  readonly mrkdwn: false;
  readonly blocks: types.KnownBlock[];
  readonly unfurl_links: false;
  readonly unfurl_media: false;
}

/** Reserved for the title, in characters. */
const titleReserveCharacters = 1000;

/**
 * An answer as one message, or as several if it is too long for one: the title on the first, the buttons on the last.
 * @param note plain text above everything else
 */
export function renderAnswer(answer: Answer, note?: string): readonly SlackMessage[] {
  const { title, blocks, buttons } = answer;
  const limit = maxMessageCharacters - titleReserveCharacters;
  const body = toRichText(blocks.filter((block) => !isFootnote(block)));
  const footnotes = blocks.filter(isFootnote).map(({ text }) => text);
  const actions = renderButtons(buttons, title);
  const bodyPages = paginate(body, limit);
  const lastLength = jsonLength([bodyPages.at(-1), footnotes.map(renderFootnote), actions]);
  const pages = lastLength > limit ? [...bodyPages, []] : bodyPages;
  const count = Math.max(1, pages.length);
  return Array.from({ length: count }, (_, index) => {
    const isFirst = index === 0;
    const isLast = index === count - 1;
    return toMessage({
      note: isFirst ? note : undefined,
      title: isFirst ? title : undefined,
      body: pages[index] ?? [],
      footnotes: isLast ? footnotes : [],
      actions: isLast ? actions : [],
    });
  });
}

interface MessageContent {
  readonly note: string | undefined;
  readonly title: string | undefined;
  readonly body: readonly RichElement[];
  readonly footnotes: readonly Text[];
  readonly actions: readonly types.KnownBlock[];
}

function toMessage({ note, title, body, footnotes, actions }: MessageContent): SlackMessage {
  const head = [note, title].flatMap((line) => (line === undefined ? [] : [escapeText(line)]));
  return {
    text: [...head, toPlainText(body), ...footnotes.map(textToPlain)].filter(Boolean).join("\n\n"),
    mrkdwn: false,
    blocks: [
      ...(note === undefined ? [] : [toContextBlock(note)]),
      ...(title === undefined ? [] : [toHeaderBlock(title)]),
      ...toRichTextBlock(body),
      ...footnotes.map(renderFootnote),
      ...actions,
    ],
    unfurl_links: false,
    unfurl_media: false,
  };
}

type Footnote = Extract<Block, { kind: "note" }>;

function isFootnote(block: Block): block is Footnote {
  return block.kind === "note" && block.tone === "footnote";
}

/** Small print, as a context block. That holds no rich text, so this is mrkdwn; footnotes never hold users' words. */
function renderFootnote(text: Text): types.KnownBlock {
  const mrkdwn = toMrkdwn(text);
  if (mrkdwn.length > maxContextCharacters) {
    return { type: "rich_text", elements: [...toRichText([{ kind: "paragraph", text }])] };
  }
  return { type: "context", elements: [{ type: "mrkdwn", text: mrkdwn }] };
}

/** Small plain text in a message. */
export function toContextBlock(text: string): types.ContextBlock {
  return { type: "context", elements: [toPlainTextElement(text, maxContextCharacters)] };
}

function toHeaderBlock(title: string): types.HeaderBlock {
  return { type: "header", text: toPlainTextElement(title, maxHeaderCharacters) };
}

function toRichTextBlock(elements: readonly RichElement[]): readonly types.KnownBlock[] {
  return elements.length === 0 ? [] : [{ type: "rich_text", elements: [...elements] }];
}
