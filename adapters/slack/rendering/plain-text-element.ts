import type { types } from "@slack/bolt";
import { shorten } from "../../../src/lib/shorten.ts";

/** A plain_text object, cut to a limit in characters: reference/block-kit/composition-objects/text-object. */
export function toPlainTextElement(text: string, limit: number): types.PlainTextElement {
  return { type: "plain_text", text: shorten(text, limit), emoji: false };
}
