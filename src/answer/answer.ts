import { z } from "zod";
import type { DeepReadonly } from "../lib/deep-readonly.ts";
import { localeSchema } from "./locale.ts";
import { spanSchema, type Text, wordsOf } from "./text.ts";

// The schemas are the only declaration of what can be said: an answer is stored until it is sent, and what can be
// said can so be read again. A new kind does not compile until every renderer has it.

const textSchema = z.array(spanSchema);

export const blockSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("paragraph"), text: textSchema }),
  z.object({ kind: z.literal("section"), title: z.string() }),
  z.object({
    kind: z.literal("steps"),
    get steps() {
      return z.array(z.array(blockSchema));
    },
  }),
  z.object({ kind: z.literal("list"), items: z.array(textSchema) }),
  z.object({ kind: z.literal("note"), tone: z.enum(["notice", "footnote"]), text: textSchema }),
  z.object({ kind: z.literal("code"), text: z.string() }),
  /** Names and values as on a form: both are shown as they are, never as markup. */
  z.object({
    kind: z.literal("fields"),
    fields: z.array(z.object({ label: z.string(), value: z.string() })),
  }),
]);
/** One part of an answer. */
export type Block = DeepReadonly<z.infer<typeof blockSchema>>;

export const buttonSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("press"),
    label: z.string(),
    token: z.string(),
    /** `primary`: the likeliest next step, at most one in an answer. `danger`: what can't be undone. */
    emphasis: z.enum(["primary", "danger"]).exactOptional(),
    /** For what few people need: the heading it stands under in a menu (answer/arrange-buttons.ts). */
    menu: z.string().exactOptional(),
  }),
  z.object({ kind: z.literal("link"), label: z.string(), url: z.string() }),
]);
/** A press comes back to the conversation with its token (answer/token.ts); a link opens a page. */
export type Button = DeepReadonly<z.infer<typeof buttonSchema>>;
export type PressButton = Extract<Button, { readonly kind: "press" }>;

export const answerSchema = z.object({
  locale: localeSchema,
  title: z.string().exactOptional(),
  blocks: z.array(blockSchema),
  buttons: z.array(buttonSchema),
});
/** What is said in one message, as plain data that any platform can render. */
export type Answer = DeepReadonly<z.infer<typeof answerSchema>>;

export const paragraph = (...text: Text): Block => ({ kind: "paragraph", text });

/** The buttons that come back with a token, without those that open a page. */
export function pressButtons(
  buttons: readonly Button[],
): readonly { readonly label: string; readonly token: string }[] {
  return buttons.flatMap((button) =>
    button.kind === "press" ? [{ label: button.label, token: button.token }] : [],
  );
}

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
