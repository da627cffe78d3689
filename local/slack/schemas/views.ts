import { z } from "zod";
import { view as limits } from "../limits.ts";
import { blocksSchema, elementsOf, refuseModalBlocks } from "./blocks.ts";
import { plainText } from "./text.ts";

const shared = {
  blocks: blocksSchema(limits.blocks),
  private_metadata: z.string().max(limits.privateMetadata).optional(),
  callback_id: z.string().max(limits.callbackId).optional(),
  external_id: z.string().max(limits.externalId).optional(),
};

/** reference/views/modal-views */
const modal = z
  .strictObject({
    type: z.literal("modal"),
    ...shared,
    title: plainText(limits.title),
    close: plainText(limits.button).optional(),
    submit: plainText(limits.button).optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
    submit_disabled: z.boolean().optional(),
  })
  .refine(({ blocks, submit }) => submit !== undefined || !blocks.some(({ type }) => type === "input"), {
    error: "`submit` is required when an input block is within the `blocks` array",
    path: ["submit"],
  });

/** reference/views/home-tab-views */
const home = z.strictObject({
  type: z.literal("home"),
  ...shared,
  blocks: shared.blocks.superRefine(refuseModalBlocks),
});

/** Only one element of a view may set focus_on_load: reference/block-kit/block-elements */
export const viewBody = z
  .discriminatedUnion("type", [modal, home])
  .refine(({ blocks }) => blocks.flatMap(elementsOf).filter(hasFocusOnLoad).length <= 1, {
    error: "only one element can have `focus_on_load` set to true",
    path: ["blocks"],
  });

function hasFocusOnLoad(element: object): boolean {
  return "focus_on_load" in element && element.focus_on_load === true;
}

export type ViewBody = z.infer<typeof viewBody>;
