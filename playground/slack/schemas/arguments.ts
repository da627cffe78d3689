import { z } from "zod";

/** Arguments come as JSON or as a form, where everything is text. */
export const flag = z.union([
  z.boolean(),
  z.enum(["true", "1"]).transform(() => true),
  z.enum(["false", "0"]).transform(() => false),
]);

export const count = z.union([z.int(), z.string().regex(/^\d+$/).transform(Number)]);

export const id = z.string().min(1);
export const ts = z.string().regex(/^\d+\.\d{6}$/, "must be a valid timestamp");

/** What messages have in common: methods/chat.postMessage. Attachments and markdown_text are not spoken here. */
export const messageArguments = {
  text: z.string().optional(),
  blocks: z.unknown().optional(),
  metadata: z.unknown().optional(),
  parse: z.enum(["full", "none"]).optional(),
  link_names: flag.optional(),
};
