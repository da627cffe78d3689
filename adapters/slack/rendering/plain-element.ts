import type { types } from "@slack/bolt";
import { shorten } from "../../../src/lib/shorten.ts";

/** Words that are shown as they are: reference/block-kit/composition-objects/text-object. */
export function toPlainElement(text: string, limit: number): types.PlainTextElement {
  return { type: "plain_text", text: shorten(text, limit), emoji: false };
}
