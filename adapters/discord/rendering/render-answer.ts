import { type APIMessageTopLevelComponent, ComponentType } from "discord.js";
import type { Answer, Block } from "../../../src/answer/answer.ts";
import { maxMessageCharacters } from "../limits.ts";
import { paginate } from "./paginate.ts";
import { renderBlocks } from "./render-blocks.ts";
import { renderButtons } from "./render-buttons.ts";

/** A text file attached to a message, so that its content can be copied. */
interface TextFile {
  readonly name: string;
  readonly text: string;
}

/** The content of a message with Components V2. sending/message-body.ts makes requests of it. */
export interface DiscordMessage {
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly files: readonly TextFile[];
}

/**
 * An answer as one message, or as several if it is too long for one, with the buttons on the last. Code that does not
 * fit into one message with the rest is attached as a file, so that it can be copied whole.
 * @param note Discord Markdown above everything else
 */
export function renderAnswer(answer: Answer, note?: string): readonly DiscordMessage[] {
  const attached = selectAttachedCode(answer, note);
  const pages = paginate(renderBlocks(answer, { note, attached }), maxMessageCharacters);
  const files = attached.map(({ text }, index) => ({ name: fileName(answer, index), text }));
  const buttons = renderButtons(answer.buttons);
  const count = Math.max(1, pages.length);
  return Array.from({ length: count }, (_, index) => {
    const isLast = index === count - 1;
    const page = pages[index];
    return {
      components: [
        ...(page === undefined ? [] : [toTextDisplay(page)]),
        ...(isLast ? [...files.map(toFileComponent), ...buttons] : []),
      ],
      files: isLast ? files : [],
    };
  });
}

type CodeBlock = Extract<Block, { kind: "code" }>;

/** Attaches the longest code first, until the rest fits into one message. */
function selectAttachedCode(answer: Answer, note: string | undefined): readonly CodeBlock[] {
  const codes = codeBlocksOf(answer.blocks);
  const longestFirst = codes.toSorted((one, other) => other.text.length - one.text.length);
  const fits = (count: number) => {
    const parts = renderBlocks(answer, { note, attached: longestFirst.slice(0, count) });
    return parts.join("\n\n").length <= maxMessageCharacters;
  };
  const count = longestFirst.findIndex((_, index) => fits(index));
  const attached = count < 0 ? longestFirst : longestFirst.slice(0, count);
  return codes.filter((code) => attached.includes(code));
}

function codeBlocksOf(blocks: readonly Block[]): readonly CodeBlock[] {
  return blocks.flatMap((block) => {
    if (block.kind === "steps") return block.steps.flatMap(codeBlocksOf);
    return block.kind === "code" ? [block] : [];
  });
}

/** The answer's title in ASCII letters. */
function fileName({ title = "" }: Answer, index: number): string {
  const name = title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .toLowerCase()
    .slice(0, 60);
  return `${name || "text"}${index === 0 ? "" : `-${index + 1}`}.txt`;
}

function toTextDisplay(content: string): APIMessageTopLevelComponent {
  return { type: ComponentType.TextDisplay, content };
}

/** components/reference#file */
function toFileComponent({ name }: TextFile): APIMessageTopLevelComponent {
  return { type: ComponentType.File, file: { url: `attachment://${name}` } };
}
