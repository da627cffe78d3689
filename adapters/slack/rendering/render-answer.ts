import type { types } from "@slack/bolt";
import type { Answer, Block, Button } from "../../../src/answer/answer.ts";
import type { Text } from "../../../src/answer/text.ts";
import { shorten } from "../../../src/lib/shorten.ts";
import {
  maxAccessibilityLabelCharacters,
  maxActionsPerBlock,
  maxButtonCharacters,
  maxContextCharacters,
  maxHeaderCharacters,
  maxMessageCharacters,
} from "../limits.ts";
import { toMrkdwn } from "./mrkdwn.ts";
import { paginate, sizeOf } from "./paginate.ts";
import { toPlainElement } from "./plain-element.ts";
import { escapeSlack, toPlainLine, toPlainText } from "./plain-text.ts";
import { type RichElement, toRichText } from "./rich-text.ts";

/** A message as chat.postMessage and respond() take it. */
export interface SlackMessage {
  /** The whole content in plain words: screen readers read this and not the blocks. */
  readonly text: string;
  readonly mrkdwn: false;
  readonly blocks: types.KnownBlock[];
  readonly unfurl_links: false;
  readonly unfurl_media: false;
}

/** The action_id of buttons that open a page begins with this; all others are presses. */
export const openAction = "open";

/** Left for the title, in characters. */
const titleReserveCharacters = 1000;

/**
 * An answer as one message, or as several where it is too long for one: the title on the first, the buttons on the
 * last.
 * @param note a line before everything else, in words that are shown as they are
 */
export function renderAnswer(answer: Answer, note?: string): readonly SlackMessage[] {
  const { title, blocks, buttons } = answer;
  const body = toRichText(blocks.filter((block) => !isFootnote(block)));
  const footnotes = blocks.filter(isFootnote).map(({ text }) => text);
  const actions = toActions(buttons, title);
  const pages = paginate(body, maxMessageCharacters - titleReserveCharacters);
  const end = sizeOf([pages.at(-1), footnotes.map(toFootnote), actions]);
  const all = end > maxMessageCharacters - titleReserveCharacters ? [...pages, []] : pages;
  const count = Math.max(1, all.length);
  return Array.from({ length: count }, (_, index) => {
    const isFirst = index === 0;
    const isLast = index === count - 1;
    return toMessage({
      note: isFirst ? note : undefined,
      title: isFirst ? title : undefined,
      body: all[index] ?? [],
      footnotes: isLast ? footnotes : [],
      actions: isLast ? actions : [],
    });
  });
}

interface MessageParts {
  readonly note: string | undefined;
  readonly title: string | undefined;
  readonly body: readonly RichElement[];
  readonly footnotes: readonly Text[];
  readonly actions: readonly types.KnownBlock[];
}

function toMessage({ note, title, body, footnotes, actions }: MessageParts): SlackMessage {
  const words = [note, title].flatMap((line) => (line === undefined ? [] : [escapeSlack(line)]));
  return {
    text: [...words, toPlainText(body), ...footnotes.map(toPlainLine)].filter(Boolean).join("\n\n"),
    mrkdwn: false,
    blocks: [
      ...(note === undefined ? [] : [toContext(note)]),
      ...(title === undefined ? [] : [toHeader(title)]),
      ...toRichBlock(body),
      ...footnotes.map(toFootnote),
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

/** Small print under an answer. Slack has no rich text there, so that this is its markup, and our own words alone. */
function toFootnote(text: Text): types.KnownBlock {
  const written = toMrkdwn(text);
  if (written.length > maxContextCharacters) {
    return { type: "rich_text", elements: [...toRichText([{ kind: "paragraph", text }])] };
  }
  return { type: "context", elements: [{ type: "mrkdwn", text: written }] };
}

/** What stands in a message to say something about it, in words that are shown as they are. */
export function toContext(words: string): types.ContextBlock {
  return { type: "context", elements: [toPlainElement(words, maxContextCharacters)] };
}

function toHeader(title: string): types.HeaderBlock {
  return { type: "header", text: toPlainElement(title, maxHeaderCharacters) };
}

function toRichBlock(elements: readonly RichElement[]): readonly types.KnownBlock[] {
  return elements.length === 0 ? [] : [{ type: "rich_text", elements: [...elements] }];
}

/** @param title what the buttons are about, for who hears them read out of their place */
function toActions(buttons: readonly Button[], title = ""): readonly types.KnownBlock[] {
  const elements = buttons.map((button, index) => toButton(button, { index, title }));
  return Array.from({ length: Math.ceil(elements.length / maxActionsPerBlock) }, (_, index) => ({
    type: "actions",
    elements: elements.slice(index * maxActionsPerBlock, (index + 1) * maxActionsPerBlock),
  }));
}

/** The action_id has to differ within a message, and tells a press from an opened page. */
function toButton(
  button: Button,
  { index, title }: { readonly index: number; readonly title: string },
): types.Button {
  const said = title ? `${button.label}: ${title}` : button.label;
  const base = {
    type: "button" as const,
    text: toPlainElement(button.label, maxButtonCharacters),
    accessibility_label: shorten(said, maxAccessibilityLabelCharacters),
  };
  switch (button.kind) {
    case "press":
      return { ...base, action_id: `press-${index}`, value: button.token };
    case "link":
      return { ...base, action_id: `${openAction}-${index}`, url: button.url };
  }
}
