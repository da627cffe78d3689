import { type APIMessage, ComponentType, type Message } from "discord.js";
import { type MessageContent, type MessageEmbed, readContent } from "./message-content.ts";
import { parseText } from "./parse-text.ts";
import { findTextFiles, isPicture, type TextFile } from "./text-files.ts";

/** What a message says, wherever it stands in it. */
export interface ReadMessage {
  readonly text: string;
  readonly hasPicture: boolean;
  /** Attached texts, which are still to be fetched. */
  readonly files: readonly TextFile[];
  /** Whether nothing was delivered at all, as without the message content intent. */
  readonly isEmpty: boolean;
}

type ContentPart = Omit<MessageContent, "message_snapshots">;

/**
 * Reads a message: its text, what was forwarded, embeds, text displays, the question of a poll, and what is written
 * about attachments. Stickers say nothing. A voice message has no words, unless they were written down beside it.
 */
export function readMessage(message: Message | APIMessage): ReadMessage {
  const content = readContent(message);
  const parts: readonly ContentPart[] = [content, ...content.message_snapshots.map((one) => one.message)];
  const attachments = parts.flatMap((part) => part.attachments);
  const words = parts.flatMap(wordsOf);
  const pictures = parts.flatMap(({ components }) => textsIn(components, picturesOf));
  return {
    text: words
      .map(parseText)
      .filter((part) => part !== "")
      .join("\n"),
    hasPicture: attachments.some(isPicture) || pictures.length > 0,
    files: findTextFiles(attachments),
    isEmpty: words.length === 0 && attachments.length === 0 && pictures.length === 0,
  };
}

function wordsOf({ content = "", embeds, components, poll, attachments }: ContentPart): readonly string[] {
  const embedsToRead = embeds.filter((embed) => content === "" || !isLinkPreview(embed));
  return [
    content,
    ...embedsToRead.flatMap(wordsOfEmbed),
    ...textsIn(components, textOfComponent),
    poll?.question?.text ?? "",
    ...attachments.map(({ description = "" }) => description),
  ].filter((part) => part !== "");
}

/** Discord adds a preview for each link: resources/message#embed-object-embed-types. Nobody wrote it. */
function isLinkPreview({ type = "rich" }: MessageEmbed): boolean {
  return type !== "rich";
}

function wordsOfEmbed({ title, description, fields, footer }: MessageEmbed): readonly string[] {
  const inFields = fields.flatMap(({ name, value }) => [name, value]);
  return [title, description, ...inFields, footer?.text].map((part = "") => part);
}

type ReadComponent = (component: Readonly<Record<string, unknown>>) => readonly string[];

/** The text display of Components V2. The labels of buttons are not read: they are there to be pressed. */
const textOfComponent: ReadComponent = ({ type, content }) =>
  type === ComponentType.TextDisplay && typeof content === "string" ? [content] : [];

const picturesOf: ReadComponent = ({ type }) => (type === ComponentType.MediaGallery ? ["picture"] : []);

/** Components nest by `components` and `accessory`: components/reference. Discord allows few levels. */
const maxDepth = 10;

function textsIn(components: unknown, read: ReadComponent, depth = 0): readonly string[] {
  if (depth > maxDepth || typeof components !== "object" || components === null) return [];
  if (Array.isArray(components)) return components.flatMap((one) => textsIn(one, read, depth + 1));
  const component: Readonly<Record<string, unknown>> = { ...components };
  return [
    ...read(component),
    ...textsIn(component.components, read, depth + 1),
    ...textsIn(component.accessory, read, depth + 1),
  ];
}
