import { z } from "zod";
import { blockId } from "../limits.ts";

const style = z
  .strictObject({
    bold: z.boolean().optional(),
    italic: z.boolean().optional(),
    strike: z.boolean().optional(),
    code: z.boolean().optional(),
    underline: z.boolean().optional(),
  })
  .optional();

/** reference/block-kit/blocks/rich-text-block#element-types */
const common = [
  z.strictObject({ type: z.literal("text"), text: z.string().min(1), style }),
  z.strictObject({
    type: z.literal("link"),
    url: z.string().min(1),
    text: z.string().optional(),
    unsafe: z.boolean().optional(),
    style,
  }),
  z.strictObject({ type: z.literal("user"), user_id: z.string().min(1), style }),
  z.strictObject({ type: z.literal("channel"), channel_id: z.string().min(1), style }),
  z.strictObject({ type: z.literal("usergroup"), usergroup_id: z.string().min(1), style }),
  z.strictObject({ type: z.literal("broadcast"), range: z.enum(["here", "channel", "everyone"]), style }),
  z.strictObject({
    type: z.literal("emoji"),
    name: z.string().min(1),
    unicode: z.string().optional(),
    url: z.string().optional(),
    style,
  }),
] as const;

/** A string of digits is refused too: python-slack-sdk, pull request 1560. */
const seconds = z.int({
  error: ({ input }) => (input === undefined ? undefined : "must provide an integer"),
});

/**
 * reference/block-kit/block-elements/date-element: not in preformatted text. Which formats Slack refuses is not
 * documented, only that the fallback is shown where one can't be read: any is taken here.
 */
const date = z.strictObject({
  type: z.literal("date"),
  timestamp: seconds,
  format: z.string().min(1),
  timezone: z.string().optional(),
  url: z.string().optional(),
  fallback: z.string().optional(),
  style: z
    .strictObject({
      bold: z.boolean().optional(),
      italic: z.boolean().optional(),
      strike: z.boolean().optional(),
      highlight: z.boolean().optional(),
      client_highlight: z.boolean().optional(),
      underline: z.boolean().optional(),
    })
    .optional(),
});

const preformatted = z.discriminatedUnion("type", common);
const inline = z.discriminatedUnion("type", [...common, date]);

const sectionOf = z.strictObject({ type: z.literal("rich_text_section"), elements: z.array(inline) });

/** reference/block-kit/blocks/rich-text-block */
export const richText = z.strictObject({
  type: z.literal("rich_text"),
  block_id: z.string().min(1).max(blockId).optional(),
  elements: z.array(
    z.discriminatedUnion("type", [
      sectionOf,
      z.strictObject({
        type: z.literal("rich_text_list"),
        style: z.enum(["bullet", "ordered"]),
        elements: z.array(sectionOf),
        indent: z.int().min(0).max(8).optional(),
        offset: z.int().min(0).optional(),
        border: z.int().min(0).max(1).optional(),
      }),
      z.strictObject({
        type: z.literal("rich_text_quote"),
        elements: z.array(inline),
        border: z.int().min(0).max(1).optional(),
      }),
      z.strictObject({
        type: z.literal("rich_text_preformatted"),
        elements: z.array(preformatted),
        border: z.int().min(0).max(1).optional(),
      }),
    ]),
  ),
});
