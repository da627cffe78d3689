import { z } from "zod";
import type { Incoming } from "../../../src/platform/incoming.ts";
import { attachmentWords, isPreview } from "./attachment-words.ts";
import { blockWords } from "./block-words.ts";
import { fileWords, isPicture } from "./file-words.ts";
import { objectsIn, textOf } from "./json.ts";
import { hiddenLinksIn, maxReadCharacters, parseText } from "./parse-text.ts";

/** The fields of a message in which words can stand, in Slack's own form. */
export const contentFields = {
  text: z.unknown().optional(),
  blocks: z.unknown().optional(),
  attachments: z.unknown().optional(),
  files: z.unknown().optional(),
};
export type MessageContent = Readonly<Partial<Record<keyof typeof contentFields, unknown>>>;

/** What Slack writes as the text of a message that has blocks and no text. */
const placeholder = "This content can't be displayed.";

/**
 * The words of a message, wherever they stand: in its text or else its blocks, which say the same; then in attachments
 * (also forwarded messages), pasted texts and transcripts of voice clips. What was said before is not said again.
 */
export function readQuestion(message: MessageContent): Extract<Incoming["input"], { kind: "question" }> {
  const files = objectsIn(message.files);
  const own = ownWords(message);
  const attached = objectsIn(message.attachments)
    .filter((attachment) => own === "" || !isPreview(attachment))
    .map(attachmentWords);
  const parts = [own, ...attached, ...files.map(fileWords)].map((part) => part.trim());
  const text = parts.reduce((said, part) => (said.includes(part) ? said : `${said}\n${part}`.trim()), "");
  const links = hiddenLinksIn(textOf(message.text));
  return {
    kind: "question",
    text: text.slice(0, maxReadCharacters),
    hasPicture: files.some(isPicture),
    ...(links.length > 0 && { links }),
  };
}

function ownWords({ text, blocks }: MessageContent): string {
  const words = parseText(textOf(text));
  return words !== "" && words !== placeholder ? words : blockWords(blocks).trim();
}
