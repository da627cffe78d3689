import { z } from "zod";
import * as limits from "../limits.ts";
import { actionElement, type BlockElement, inputElement } from "./elements.ts";
import { richText } from "./rich-text.ts";
import { anyText, plainText } from "./text.ts";

const shared = { block_id: z.string().min(1).max(limits.blockId).optional() };

/** reference/block-kit/blocks/header-block */
const header = z.strictObject({ type: z.literal("header"), ...shared, text: plainText(limits.headerText) });

/** reference/block-kit/blocks/section-block */
const section = z
  .strictObject({
    type: z.literal("section"),
    ...shared,
    text: anyText(limits.section.text).optional(),
    fields: z.array(anyText(limits.section.field)).min(1).max(limits.section.fields).optional(),
    accessory: actionElement.optional(),
    expand: z.boolean().optional(),
  })
  .refine(({ text, fields }) => text !== undefined || fields !== undefined, {
    error: "must define either `text` or `fields`",
  });

/** reference/block-kit/blocks/context-block */
const context = z.strictObject({
  type: z.literal("context"),
  ...shared,
  elements: z.array(anyText(limits.text)).min(1).max(limits.contextElements),
});

/** reference/block-kit/blocks/actions-block */
const actions = z.strictObject({
  type: z.literal("actions"),
  ...shared,
  elements: z.array(actionElement).min(1).max(limits.actionsElements),
});

/** reference/block-kit/blocks/divider-block */
const divider = z.strictObject({ type: z.literal("divider"), ...shared });

/** reference/block-kit/blocks/input-block */
const input = z.strictObject({
  type: z.literal("input"),
  ...shared,
  label: plainText(limits.input.label),
  element: inputElement,
  dispatch_action: z.boolean().optional(),
  hint: plainText(limits.input.hint).optional(),
  optional: z.boolean().optional(),
});

/** reference/block-kit/blocks/alert-block */
const alert = z.strictObject({
  type: z.literal("alert"),
  ...shared,
  text: anyText(limits.alertText),
  level: z.enum(["default", "info", "warning", "error", "success"]).optional(),
});

const block = z.discriminatedUnion("type", [
  header,
  section,
  context,
  actions,
  divider,
  input,
  richText,
  alert,
]);

export type SlackBlock = z.infer<typeof block>;

/** The blocks of one surface: at most `max`, with unique block_ids, and unique action_ids within a block. */
export const blocksSchema = (max: number) =>
  z
    .array(block)
    .max(max)
    .superRefine((blocks, context) => {
      for (const { path, message } of findDuplicateIds(blocks))
        context.addIssue({ code: "custom", path, message });
    });

/** Refuses blocks that only modals may hold: reference/block-kit/blocks/alert-block */
export function refuseModalBlocks(blocks: readonly SlackBlock[], context: z.RefinementCtx): void {
  for (const [at, { type }] of blocks.entries())
    if (type === "alert")
      context.addIssue({ code: "custom", path: [at, "type"], message: "unsupported type" });
}

/** The interactive elements of a block. */
export function elementsOf(block: SlackBlock): readonly BlockElement[] {
  switch (block.type) {
    case "section":
      return block.accessory === undefined ? [] : [block.accessory];
    case "actions":
      return block.elements;
    case "input":
      return [block.element];
    case "alert":
    case "header":
    case "context":
    case "divider":
    case "rich_text":
      return [];
  }
}

interface DuplicateId {
  readonly path: (string | number)[];
  readonly message: string;
}

/** reference/block-kit/blocks (block_id), reference/block-kit/block-elements (action_id) */
function findDuplicateIds(blocks: readonly SlackBlock[]): readonly DuplicateId[] {
  const ids = blocks.map(({ block_id }) => block_id);
  const repeatedBlocks = blocks.flatMap(({ block_id: id }, at) =>
    id !== undefined && ids.indexOf(id) < at
      ? [{ path: [at, "block_id"], message: `\`block_id\` "${id}" already exists` }]
      : [],
  );
  return [...repeatedBlocks, ...blocks.flatMap((found, at) => findDuplicateActionIds(found, at))];
}

function findDuplicateActionIds(found: SlackBlock, at: number): readonly DuplicateId[] {
  if (found.type !== "actions") return [];
  const ids = found.elements.map(({ action_id }) => action_id);
  return found.elements.flatMap(({ action_id: id }, index) =>
    id !== undefined && ids.indexOf(id) < index
      ? [{ path: [at, "elements", index, "action_id"], message: `\`action_id\` "${id}" already exists` }]
      : [],
  );
}
