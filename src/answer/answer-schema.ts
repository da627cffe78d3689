import { z } from "zod";
import type { Answer, Block, Button } from "./answer.ts";
import { localeSchema } from "./locale.ts";
import type { Span } from "./text.ts";

const spanSchema: z.ZodType<Span> = z.discriminatedUnion("kind", [
  z.object({ kind: z.enum(["plain", "strong", "code"]), text: z.string() }),
  z.object({ kind: z.literal("link"), text: z.string(), url: z.string() }),
]);
const text = z.array(spanSchema);

const blockSchema: z.ZodType<Block> = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("paragraph"), text }),
  z.object({ kind: z.literal("section"), title: z.string() }),
  z.object({
    kind: z.literal("steps"),
    get steps() {
      return z.array(z.array(blockSchema));
    },
  }),
  z.object({ kind: z.literal("list"), items: z.array(text) }),
  z.object({ kind: z.literal("note"), tone: z.enum(["notice", "footnote"]), text }),
  z.object({ kind: z.literal("code"), text: z.string() }),
  z.object({
    kind: z.literal("fields"),
    fields: z.array(z.object({ label: z.string(), value: z.string() })),
  }),
]);

const buttonSchema: z.ZodType<Button> = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("press"), label: z.string(), token: z.string() }),
  z.object({ kind: z.literal("link"), label: z.string(), url: z.string() }),
]);

/** An answer that was stored before it was sent. */
export const answerSchema: z.ZodType<Answer> = z.object({
  locale: localeSchema,
  title: z.string().exactOptional(),
  blocks: z.array(blockSchema),
  buttons: z.array(buttonSchema),
});
