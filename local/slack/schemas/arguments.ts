import { z } from "zod";
import { parseJson } from "./parse.ts";

/** Arguments arrive as JSON, or as a form in which everything is text. */
export const flag = z.union([
  z.boolean(),
  z.enum(["true", "1"]).transform(() => true),
  z.enum(["false", "0"]).transform(() => false),
]);

export const count = z.union([z.int(), z.string().regex(/^\d+$/).transform(Number)]);

export const id = z.string().min(1);
export const ts = z.string().regex(/^\d+\.\d{6}$/, "must be a valid timestamp");

/** methods/chat.postMessage: an object, or its JSON in a form. */
const metadata = z.preprocess(
  parseJson,
  z.strictObject({ event_type: z.string(), event_payload: z.record(z.string(), z.unknown()) }),
);

/** The arguments that all message methods share: methods/chat.postMessage. No attachments and no markdown_text here. */
export const messageArguments = {
  text: z.string().optional(),
  blocks: z.unknown().optional(),
  metadata: metadata.optional(),
  parse: z.enum(["full", "none"]).optional(),
  link_names: flag.optional(),
};
