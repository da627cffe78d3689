import { blockWords } from "./block-words.ts";
import { type Json, objectsIn, textOf } from "./json.ts";
import { parseText } from "./parse-text.ts";

/** The words of an attachment: reference/messaging/attachments. Its `fallback` repeats the rest, and is read without it. */
export function attachmentWords(attachment: Json): string {
  const fields = objectsIn(attachment.fields).flatMap(({ title, value }) => [title, value]);
  const { pretext, title, text } = attachment;
  const own = toLines([pretext, title, text, ...fields]);
  const words = [own, blockWords(attachment.blocks), own === "" ? sharedWords(attachment) : ""].filter(
    Boolean,
  );
  return words.length > 0 ? words.join("\n") : toLines([attachment.fallback]);
}

/** Whether it holds a message that was forwarded or linked to, as opposed to the preview of a page. */
function isSharedMessage({ is_share, is_msg_unfurl, message_blocks }: Json): boolean {
  return is_share === true || is_msg_unfurl === true || Array.isArray(message_blocks);
}

/** Whether it is the preview of a page that a message links to: nobody's words. */
export function isPreview(attachment: Json): boolean {
  return !isSharedMessage(attachment) && textOf(attachment.from_url) !== "";
}

/** The blocks of a forwarded message: `message_blocks: [{ message: { blocks } }]`. */
function sharedWords({ message_blocks: shared }: Json): string {
  return objectsIn(shared)
    .map(({ message }) => blockWords(objectsIn([message])[0]?.blocks))
    .filter(Boolean)
    .join("\n");
}

function toLines(texts: readonly unknown[]): string {
  return texts
    .map((text) => parseText(textOf(text)))
    .filter(Boolean)
    .join("\n");
}
