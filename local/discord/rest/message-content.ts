import type { GuildContext } from "../guild-context.ts";
import { complaint } from "../schemas/fields.ts";
import type { MessageBody } from "../schemas/messages.ts";
import { may } from "../state/permissions.ts";
import { flags as bits, isV2 } from "../state/flags.ts";
import { mentionsIn } from "../state/mentions.ts";
import type { Attachment, Channel, Message } from "../state/model.ts";
import { type Refusal, refuse, refuseField } from "./result.ts";
import type { UploadedFile } from "./request.ts";

export type Content = Pick<
  Message,
  "content" | "embeds" | "components" | "attachments" | "flags" | "mentions"
>;

interface Sent {
  readonly body: Partial<MessageBody>;
  readonly files: readonly UploadedFile[];
  readonly channel: Channel;
  readonly replied?: Message | undefined;
  /** The flags that may be set here. */
  readonly settable: number;
}

/** What a new message says; it has to say something. */
export function readContent(
  core: GuildContext,
  { body, files, channel, replied, settable }: Sent,
): Content | Refusal {
  const { content = "", embeds = [], components = [], allowed_mentions: allowed, flags = 0 } = body;
  const attachments = attachmentsOf(core, files, body.attachments);
  const isEmpty = content === "" && embeds.length + components.length + attachments.length === 0;
  if (isEmpty) return refuse(50006);
  const mayPingAll = may(core, channel, "MentionEveryone");
  return {
    content,
    embeds,
    components,
    attachments,
    flags: flags & settable,
    mentions: mentionsIn(core, { content, allowed, replied, mayPingAll }),
  };
}

/** What a message says after an edit: what is not named stays. */
export function readChange(
  core: GuildContext,
  before: Message,
  {
    body,
    files,
    channel,
  }: {
    readonly body: Partial<MessageBody>;
    readonly files: readonly UploadedFile[];
    readonly channel: Channel;
  },
): Partial<Message> | Refusal {
  const wasV2 = isV2(before.flags);
  const flags = (body.flags ?? before.flags) & (bits.suppressEmbeds | bits.componentsV2);
  if (body.flags !== undefined && wasV2 && !isV2(flags))
    return refuseField(
      ["flags"],
      complaint(
        "MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG",
        "MessageFlags.IS_COMPONENTS_V2 cannot be removed once set",
      ),
    );
  const after = {
    content: body.content ?? before.content,
    embeds: body.embeds ?? before.embeds,
    components: body.components ?? before.components,
    attachments: [...keptOf(before, body.attachments), ...attachmentsOf(core, files, body.attachments)],
  };
  const { content, embeds, components, attachments } = after;
  if (content === "" && embeds.length + components.length + attachments.length === 0) return refuse(50006);
  const mayPingAll = may(core, channel, "MentionEveryone");
  return {
    ...after,
    flags: (before.flags & ~(bits.suppressEmbeds | bits.loading)) | flags,
    mentions: mentionsIn(core, { content, allowed: body.allowed_mentions, mayPingAll }),
  };
}

type Described = MessageBody["attachments"];

function keptOf({ attachments }: Message, named: Described): readonly Attachment[] {
  return named ? attachments.filter(({ id }) => named.some((one) => one.id === id)) : attachments;
}

function attachmentsOf(
  core: GuildContext,
  files: readonly UploadedFile[],
  named: Described = [],
): readonly Attachment[] {
  return files.map(({ index, name, size, contentType }) => {
    const described = named.find(({ id }) => id === String(index));
    return {
      id: core.ids.next(),
      filename: described?.filename ?? name,
      size,
      contentType: contentType === "" ? undefined : contentType,
      description: described?.description,
    };
  });
}
