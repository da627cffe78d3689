import { dropUndefined } from "../../shared/drop-undefined.ts";
import type { GuildContext } from "../guild-context.ts";
import { findChannel, findInteraction, findMessage, findThread, findUser } from "../state/find.ts";
import { flags as bits } from "../state/flags.ts";
import { guildIdOf, isForeign } from "../state/guilds.ts";
import type { Attachment, GuildMessage, InteractionRecord } from "../state/model.ts";
import { channelType, toChannelPayload } from "./channels.ts";
import { toComponentPayloads } from "./components.ts";
import { interactionType } from "./interaction-type.ts";
import type { DiscordPayload } from "./payload.ts";
import { findUserPayload, toPartialMemberPayload } from "./people.ts";

/** resources/message#message-object, with the message that it replies to */
export function toMessagePayload(context: GuildContext, message: GuildMessage): DiscordPayload {
  const { reference } = message;
  const replied = reference && findMessage(context, reference.channel, reference.message);
  if (!reference || message.type === 21) return basicMessage(context, message);
  return {
    ...basicMessage(context, message),
    referenced_message: replied ? basicMessage(context, replied) : null,
  };
}

function basicMessage(context: GuildContext, message: GuildMessage): DiscordPayload {
  const { id, channel, author, type, content, embeds, attachments, flags, mentions, nonce, reference } =
    message;
  const thread = findThread(context, id);
  return dropUndefined({
    id,
    channel_id: channel,
    author: findUserPayload(context, author),
    type,
    content,
    embeds: embeds.map((embed) => ({ ...dropUndefined(embed), type: "rich" })),
    components: toComponentPayloads(message.components),
    attachments: attachments.map((attachment) => toAttachmentPayload(context, attachment)),
    flags: thread ? flags | bits.hasThread : flags,
    nonce,
    mentions: mentions.users.map((user) => findUserPayload(context, user)),
    mention_roles: mentions.roles,
    mention_everyone: mentions.everyone,
    timestamp: toTimestamp(message.at),
    edited_timestamp: message.editedAt === undefined ? null : toTimestamp(message.editedAt),
    pinned: false,
    tts: false,
    message_reference: reference && toReferencePayload(context, reference),
    thread: thread && toChannelPayload(context, thread),
    ...interactionFields(context, message),
  });
}

/** events/gateway-events#message-create: with the channel, guild and member */
export function toMessageEventPayload(context: GuildContext, message: GuildMessage): DiscordPayload {
  const channel = findChannel(context, message.channel);
  const author = findUser(context, message.author);
  const isInGuild = channel && channel.kind !== "dm";
  return {
    ...toMessagePayload(context, message),
    ...(channel && { channel_type: channelType(channel) }),
    ...(isInGuild && { guild_id: guildIdOf(context, channel) }),
    ...(isInGuild &&
      author &&
      message.interaction === undefined && { member: toPartialMemberPayload(author) }),
  };
}

function toReferencePayload(
  context: GuildContext,
  { channel, message }: { readonly channel: string; readonly message: string },
) {
  const found = findChannel(context, channel);
  return {
    type: 0,
    channel_id: channel,
    message_id: message,
    ...(found?.kind !== "dm" && { guild_id: guildIdOf(context, found) }),
  };
}

/** resources/message#message-interaction-metadata-object */
function interactionFields(context: GuildContext, message: GuildMessage): DiscordPayload {
  const interaction =
    message.interaction === undefined ? undefined : findInteraction(context, message.interaction);
  if (!interaction) return {};
  const { applicationId } = context.app;
  return {
    application_id: applicationId,
    webhook_id: applicationId,
    interaction_metadata: interactionMetadata(context, interaction),
  };
}

function interactionMetadata(context: GuildContext, interaction: InteractionRecord): DiscordPayload {
  const { id, action, user, answer } = interaction;
  const shared = {
    id,
    type: interactionType(action),
    user: findUserPayload(context, user),
    authorizing_integration_owners: integrationOwners(context, interaction),
    original_response_message_id: answer.kind === "message" ? answer.original : undefined,
  };
  switch (action.kind) {
    case "component":
      return dropUndefined({ ...shared, interacted_message_id: action.message });
    case "submission": {
      const from = findInteraction(context, action.from);
      return dropUndefined({
        ...shared,
        triggering_interaction_metadata: from && interactionMetadata(context, from),
      });
    }
    case "contextMenu":
      return dropUndefined({ ...shared, target_message_id: action.message });
    case "command":
    case "autocomplete":
      return dropUndefined(shared);
  }
}

/** interactions/receiving-and-responding#interaction-object-authorizing-integration-owners-object */
export function integrationOwners(
  context: GuildContext,
  { channel: id, user }: InteractionRecord,
): Readonly<Record<string, string>> {
  const channel = findChannel(context, id);
  if (isForeign(context, channel)) return { 1: user };
  return { 0: channel?.kind === "dm" ? "0" : guildIdOf(context, channel) };
}

/** resources/message#attachment-object */
function toAttachmentPayload(context: GuildContext, attachment: Attachment): DiscordPayload {
  const { id, filename, size, contentType, description, text } = attachment;
  const base = text === undefined ? "https://cdn.discordapp.com" : context.filesUrl();
  const url = `${base}/attachments/0/${id}/${encodeURIComponent(filename)}`;
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
