import { type APIMessage, Message, type MessageSnapshot } from "discord.js";
import { z } from "zod";

/** Absent, null and malformed are alike: no field may keep the others from being read. */
const lenient = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);
const text = lenient(z.string());
const list = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((items) => items.flatMap((item) => schema.safeParse(item).data ?? []));

const attachmentSchema = z.object({
  filename: text,
  url: text,
  content_type: text,
  /** Bytes. */
  size: lenient(z.number()),
  description: text,
});
const embedSchema = z.object({
  type: text,
  title: text,
  description: text,
  fields: list(z.object({ name: text, value: text })),
  footer: lenient(z.object({ text })),
});

const contentFields = {
  content: text,
  attachments: list(attachmentSchema),
  embeds: list(embedSchema),
  components: z.unknown(),
  poll: lenient(z.object({ question: lenient(z.object({ text })) })),
};
const contentSchema = z.object({
  ...contentFields,
  message_snapshots: list(z.object({ message: z.object(contentFields) })),
});

export type MessageAttachment = z.infer<typeof attachmentSchema>;
export type MessageEmbed = z.infer<typeof embedSchema>;

/** What stands in a message, in the fields of resources/message#message-object. A forward stands in its snapshots. */
export type MessageContent = z.infer<typeof contentSchema>;

/** The content of a message. discord.js passes raw JSON where it has not cached the channel. */
export function readContent(message: Message | APIMessage): MessageContent {
  return contentSchema.parse(message instanceof Message ? toJson(message) : message);
}

function toJson(message: Message | MessageSnapshot): object {
  const { content, embeds, components, attachments, poll, messageSnapshots } = message;
  return {
    content,
    embeds: embeds.map((embed) => embed.toJSON()),
    components: components.map((component) => component.toJSON()),
    attachments: attachments.map(({ name, url, contentType, size, description }) => ({
      ...{ filename: name, url, size },
      content_type: contentType,
      description,
    })),
    poll: poll && { question: poll.question },
    message_snapshots: messageSnapshots?.map((snapshot) => ({ message: toJson(snapshot) })),
  };
}
