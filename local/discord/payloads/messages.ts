import type { GuildContext } from "../guild-context.ts";
import { isForeign } from "../state/permissions.ts";
import { findChannel, findInteraction, findMessage, findThread, findUser } from "../state/find.ts";
import { flags as bits } from "../state/flags.ts";
import type { Attachment, Interaction, Message } from "../state/model.ts";
import { channelToWire, channelType } from "./channels.ts";
import { componentsToWire, dropUndefined } from "./components.ts";
import { interactionType } from "./interaction-type.ts";
import { partialMember, userById } from "./people.ts";

type Wire = Readonly<Record<string, unknown>>;

/** A message as Discord's JSON has it, with the one it replies to: resources/message#message-object */
export function messageToWire(core: GuildContext, message: Message): Wire {
  const { reference } = message;
  const replied = reference && findMessage(core, reference.channel, reference.message);
  if (!reference || message.type === 21) return basicMessage(core, message);
  return { ...basicMessage(core, message), referenced_message: replied ? basicMessage(core, replied) : null };
}

function basicMessage(core: GuildContext, message: Message): Wire {
  const { id, channel, author, type, content, embeds, attachments, flags, mentions, nonce, reference } =
    message;
  const thread = findThread(core, id);
  return dropUndefined({
    id,
    channel_id: channel,
    author: userById(core, author),
    type,
    content,
    embeds: embeds.map((embed) => ({ ...dropUndefined(embed), type: "rich" })),
    components: componentsToWire(message.components),
    attachments: attachments.map(attachmentToWire),
    flags: thread ? flags | bits.hasThread : flags,
    nonce,
    mentions: mentions.users.map((user) => userById(core, user)),
    mention_roles: mentions.roles,
    mention_everyone: mentions.everyone,
    timestamp: toTimestamp(message.at),
    edited_timestamp: message.editedAt === undefined ? null : toTimestamp(message.editedAt),
    pinned: false,
    tts: false,
    message_reference: reference && referenceToWire(core, reference),
    thread: thread && channelToWire(core, thread),
    ...interactionFields(core, message),
  });
}

/** events/gateway-events#message-create: where it was said, and by whom there */
export function messageInEvent(core: GuildContext, message: Message): Wire {
  const channel = findChannel(core, message.channel);
  const author = findUser(core, message.author);
  const inServer = channel && channel.kind !== "dm";
  return {
    ...messageToWire(core, message),
    ...(channel && { channel_type: channelType(channel) }),
    ...(inServer && { guild_id: core.app.guildId }),
    ...(inServer && author && message.interaction === undefined && { member: partialMember(author) }),
  };
}

function referenceToWire(
  core: GuildContext,
  { channel, message }: { readonly channel: string; readonly message: string },
) {
  const isDirect = findChannel(core, channel)?.kind === "dm";
  return {
    type: 0,
    channel_id: channel,
    message_id: message,
    ...(!isDirect && { guild_id: core.app.guildId }),
  };
}

/** What a message says of the interaction that it answers: resources/message#message-interaction-metadata-object */
function interactionFields(core: GuildContext, message: Message): Wire {
  const interaction =
    message.interaction === undefined ? undefined : findInteraction(core, message.interaction);
  if (!interaction) return {};
  const { applicationId } = core.app;
  return {
    application_id: applicationId,
    webhook_id: applicationId,
    interaction_metadata: interactionMetadata(core, interaction),
  };
}

function interactionMetadata(core: GuildContext, interaction: Interaction): Wire {
  const { id, act, user, answer } = interaction;
  const shared = {
    id,
    type: interactionType(act),
    user: userById(core, user),
    authorizing_integration_owners: owners(core, interaction),
    original_response_message_id: answer.kind === "message" ? answer.original : undefined,
  };
  switch (act.kind) {
    case "component":
      return dropUndefined({ ...shared, interacted_message_id: act.message });
    case "submission": {
      const from = findInteraction(core, act.from);
      return dropUndefined({
        ...shared,
        triggering_interaction_metadata: from && interactionMetadata(core, from),
      });
    }
    case "contextMenu":
      return dropUndefined({ ...shared, target_message_id: act.message });
    case "command":
    case "autocomplete":
      return dropUndefined(shared);
  }
}

/** interactions/receiving-and-responding#interaction-object-authorizing-integration-owners-object */
export function owners(
  core: GuildContext,
  { channel: id, user }: Interaction,
): Readonly<Record<string, string>> {
  const channel = findChannel(core, id);
  if (isForeign(channel)) return { 1: user };
  return { 0: channel?.kind === "dm" ? "0" : core.app.guildId };
}

/** resources/message#attachment-object */
function attachmentToWire({ id, filename, size, contentType, description }: Attachment): Wire {
  const url = `https://cdn.discordapp.com/attachments/0/${id}/${encodeURIComponent(filename)}`;
  return dropUndefined({
    id,
    filename,
    size,
    url,
    proxy_url: url,
    content_type: contentType,
    description,
  });
}

function toTimestamp(at: number): string {
  return new Date(at).toISOString();
}
