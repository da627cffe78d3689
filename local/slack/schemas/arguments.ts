import { z } from "zod";
import { parseText } from "./parse.ts";

/** Arguments come as JSON or as a form, where everything is text. */
export const flag = z.union([
  z.boolean(),
  z.enum(["true", "1"]).transform(() => true),
  z.enum(["false", "0"]).transform(() => false),
]);

export const count = z.union([z.int(), z.string().regex(/^\d+$/).transform(Number)]);

export const id = z.string().min(1);
export const ts = z.string().regex(/^\d+\.\d{6}$/, "must be a valid timestamp");

/** methods/chat.postMessage: an object, in a form its JSON as text; it comes back as an object. */
const metadata = z.preprocess(
  parseText,
  z.strictObject({ event_type: z.string(), event_payload: z.record(z.string(), z.unknown()) }),
);

/** What messages have in common: methods/chat.postMessage. Attachments and markdown_text are not spoken here. */
export const messageArguments = {
  text: z.string().optional(),
  blocks: z.unknown().optional(),
  metadata: metadata.optional(),
  parse: z.enum(["full", "none"]).optional(),
  link_names: flag.optional(),
};
