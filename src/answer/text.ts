import { z } from "zod";
import type { DeepReadonly } from "../lib/deep-readonly.ts";

/** A run of text with one meaning. Renderers escape each in their own dialect; it is never Markdown. */
export const spanSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("plain"), text: z.string() }),
  z.object({ kind: z.literal("strong"), text: z.string() }),
  z.object({ kind: z.literal("code"), text: z.string() }),
  z.object({ kind: z.literal("link"), text: z.string(), url: z.string() }),
  /**
   * A point in time, in milliseconds since 1970: each client shows it in its own zone, and the text, which is in UTC,
   * where it can't.
   */
  z.object({ kind: z.literal("time"), text: z.string(), at: z.number() }),
]);
export type Span = DeepReadonly<z.infer<typeof spanSchema>>;
export type Text = readonly Span[];

export const plain = (text: string): Span => ({ kind: "plain", text });
export const strong = (text: string): Span => ({ kind: "strong", text });
export const code = (text: string): Span => ({ kind: "code", text });
export const link = (text: string, url: string): Span => ({ kind: "link", text, url });

/** A sentence with a span in the place of {name}. */
export function placeSpan(sentence: string, name: string, span: Span): Text {
  return sentence
    .split(`{${name}}`)
    .flatMap((words, index) => [...(index > 0 ? [span] : []), ...(words === "" ? [] : [plain(words)])]);
}

/** The words of a text without its marks. */
export function wordsOf(text: Text): string {
  return text.map((span) => span.text).join("");
}

/** What stands in place of {name} in a sentence. */
type Values = Readonly<Record<string, string>>;

/** A sentence with the values in their places. */
export function fill(sentence: string, values: Values): string {
  return Object.entries(values).reduce(
    (text, [name, value]) => text.replaceAll(`{${name}}`, () => value),
    sentence,
  );
}

/** A text with the values in their places, also in the addresses of its links. */
export function fillText(text: Text, values: Values): Text {
  return text.map((span) => {
    const filled = { ...span, text: fill(span.text, values) };
    return filled.kind === "link" ? { ...filled, url: fill(filled.url, values) } : filled;
  });
}
