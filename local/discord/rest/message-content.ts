import type { GuildContext } from "../guild-context.ts";
import { errorText } from "../schemas/fields.ts";
import type { MessageBody } from "../schemas/messages.ts";
import { flags as bits, isV2 } from "../state/flags.ts";
import { findMentions } from "../state/mentions.ts";
import type { AnyChannel, Attachment, GuildMessage } from "../state/model.ts";
import { hasPermission } from "../state/permissions.ts";
import type { UploadedFile } from "./request.ts";
import { apiError, fieldError, type RestError } from "./result.ts";

export type DiscordMessageContent = Pick<
  GuildMessage,
  "content" | "embeds" | "components" | "attachments" | "flags" | "mentions"
>;

interface NewMessageContent {
  readonly body: Partial<MessageBody>;
  readonly files: readonly UploadedFile[];
  readonly channel: AnyChannel;
  readonly replied?: GuildMessage | undefined;
  /** The flags that the app may set. */
  readonly settable: number;
}

/** Parses the content of a new message, which must not be empty. */
export function parseContent(
  context: GuildContext,
  { body, files, channel, replied, settable }: NewMessageContent,
): DiscordMessageContent | RestError {
  const { content = "", embeds = [], components = [], allowed_mentions: allowed, flags = 0 } = body;
  const attachments = newAttachments(context, files, body.attachments);
  const isEmpty = content === "" && embeds.length + components.length + attachments.length === 0;
  if (isEmpty) return apiError(50006);
  const canMentionAll = hasPermission(context, channel, "MentionEveryone");
  return {
    content,
    embeds,
    components,
    attachments,
    flags: flags & settable,
    mentions: findMentions(context, { content, allowed, replied, canMentionAll }),
  };
}

/** Parses an edit. Fields that are left out stay unchanged. */
export function parseEdit(
  context: GuildContext,
  before: GuildMessage,
  {
    body,
    files,
    channel,
  }: {
    readonly body: Partial<MessageBody>;
    readonly files: readonly UploadedFile[];
    readonly channel: AnyChannel;
  },
): Partial<GuildMessage> | RestError {
  const wasV2 = isV2(before.flags);
  const flags = (body.flags ?? before.flags) & (bits.suppressEmbeds | bits.componentsV2);
  if (body.flags !== undefined && wasV2 && !isV2(flags))
    return fieldError(
      ["flags"],
      errorText(
        "MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG",
        "MessageFlags.IS_COMPONENTS_V2 cannot be removed once set",
      ),
    );
  const after = {
    content: body.content ?? before.content,
    embeds: body.embeds ?? before.embeds,
    components: body.components ?? before.components,
    attachments: [
      ...keptAttachments(before, body.attachments),
      ...newAttachments(context, files, body.attachments),
    ],
  };
  const { content, embeds, components, attachments } = after;
  if (content === "" && embeds.length + components.length + attachments.length === 0) return apiError(50006);
  const canMentionAll = hasPermission(context, channel, "MentionEveryone");
  return {
    ...after,
    flags: (before.flags & ~(bits.suppressEmbeds | bits.loading)) | flags,
    mentions: findMentions(context, { content, allowed: body.allowed_mentions, canMentionAll }),
  };
}

type AttachmentDescriptions = MessageBody["attachments"];

function keptAttachments(
  { attachments }: GuildMessage,
  named: AttachmentDescriptions,
): readonly Attachment[] {
  return named ? attachments.filter(({ id }) => named.some((one) => one.id === id)) : attachments;
}

function newAttachments(
  context: GuildContext,
  files: readonly UploadedFile[],
  named: AttachmentDescriptions = [],
): readonly Attachment[] {
  return files.map(({ index, name, size, contentType }) => {
    const described = named.find(({ id }) => id === String(index));
    return {
      id: context.ids.next(),
      filename: described?.filename ?? name,
      size,
      contentType: contentType === "" ? undefined : contentType,
      description: described?.description,
    };
  });
}
