import type { Locale } from "./locale.ts";
import { type Text, wordsOf } from "./text.ts";

/** One part of what is said. A new kind does not compile until every renderer has it. */
export type Block =
  | { readonly kind: "paragraph"; readonly text: Text }
  | { readonly kind: "section"; readonly title: string }
  | { readonly kind: "steps"; readonly steps: readonly (readonly Block[])[] }
  | { readonly kind: "list"; readonly items: readonly Text[] }
  | { readonly kind: "note"; readonly tone: "notice" | "footnote"; readonly text: Text }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "fields"; readonly fields: readonly Field[] };

/** A name and its value, as on a form: both are shown as they are, never as markup. */
interface Field {
  readonly label: string;
  readonly value: string;
}

/** A press comes back to the conversation with its token (answer/token.ts); a link opens a page. */
export type Button =
  | { readonly kind: "press"; readonly label: string; readonly token: string }
  | { readonly kind: "link"; readonly label: string; readonly url: string };

/** The buttons that come back with a token, without those that open a page. */
export function pressButtons(
  buttons: readonly Button[],
): readonly { readonly label: string; readonly token: string }[] {
  return buttons.flatMap((button) =>
    button.kind === "press" ? [{ label: button.label, token: button.token }] : [],
  );
}

/** What is said in one message, as plain data that any platform can render. */
export interface Answer {
  readonly locale: Locale;
  readonly title?: string;
  readonly blocks: readonly Block[];
  readonly buttons: readonly Button[];
}

export const paragraph = (...text: Text): Block => ({ kind: "paragraph", text });

/** The most characters that the title and blocks of an entry's answer may hold together. */
export const answerLimit = 2500;

/** The characters a reader sees of some blocks, marks and addresses left out. */
export function lengthOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + lengthOfBlock(block), 0);
}

function lengthOfBlock(block: Block): number {
  switch (block.kind) {
    case "paragraph":
    case "note":
      return wordsOf(block.text).length;
    case "section":
      return block.title.length;
    case "steps":
      return block.steps.reduce((sum, step) => sum + lengthOf(step), 0);
    case "list":
      return block.items.reduce((sum, item) => sum + wordsOf(item).length, 0);
    case "code":
      return block.text.length;
    case "fields":
      return block.fields.reduce((sum, field) => sum + field.label.length + field.value.length, 0);
  }
}
