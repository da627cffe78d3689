import type { GuildContext } from "../guild-context.ts";
import { channelType, toChannelPayload } from "../payloads/channels.ts";
import { toGuildCreatePayload } from "../payloads/guild.ts";
import { toMessageEventPayload } from "../payloads/messages.ts";
import { stripContent } from "../payloads/strip-content.ts";
import { findChannel } from "../state/find.ts";
import { guildIdOf } from "../state/guilds.ts";
import type { AnyChannel, AppGuild, GuildMessage, ThreadChannel } from "../state/model.ts";
import type { GatewayEvent } from "./gateway-event.ts";
import { intents } from "./intents.ts";

export function guildCreated(context: GuildContext, guild: AppGuild): GatewayEvent {
  return {
    type: "GUILD_CREATE",
    intent: intents.guilds,
    guild: guild.id,
    data: toGuildCreatePayload(context, guild),
  };
}

export function messageCreated(context: GuildContext, message: GuildMessage): GatewayEvent {
  return messageEvent(context, message, "MESSAGE_CREATE");
}

export function messageUpdated(context: GuildContext, message: GuildMessage): GatewayEvent {
  return messageEvent(context, message, "MESSAGE_UPDATE");
}

export function messageDeleted(context: GuildContext, { id, channel }: GuildMessage): GatewayEvent {
  const found = findChannel(context, channel);
  const isDirect = found?.kind === "dm";
  return {
    type: "MESSAGE_DELETE",
    intent: isDirect ? intents.directMessages : intents.guildMessages,
    channel,
    data: { id, channel_id: channel, ...(!isDirect && { guild_id: guildIdOf(context, found) }) },
  };
}

function messageEvent(context: GuildContext, message: GuildMessage, type: string): GatewayEvent {
  const isDirect = findChannel(context, message.channel)?.kind === "dm";
  const data = toMessageEventPayload(context, message);
  return {
    type,
    intent: isDirect ? intents.directMessages : intents.guildMessages,
    channel: message.channel,
    data,
    dataWithoutContent: isDirect ? data : stripContent(context, data),
  };
}

export function channelCreated(context: GuildContext, channel: AnyChannel): GatewayEvent {
  return {
    type: "CHANNEL_CREATE",
    intent: intents.guilds,
    channel: channel.id,
    data: toChannelPayload(context, channel),
  };
}

export function channelChanged(context: GuildContext, channel: AnyChannel): GatewayEvent {
  return {
    type: "CHANNEL_UPDATE",
    intent: intents.guilds,
    channel: channel.id,
    data: toChannelPayload(context, channel),
  };
}

export function threadCreated(context: GuildContext, thread: ThreadChannel): GatewayEvent {
  const data = { ...toChannelPayload(context, thread), newly_created: true };
  return { type: "THREAD_CREATE", intent: intents.guilds, channel: thread.id, data };
}

export function threadChanged(context: GuildContext, thread: ThreadChannel): GatewayEvent {
  return {
    type: "THREAD_UPDATE",
    intent: intents.guilds,
    channel: thread.id,
    data: toChannelPayload(context, thread),
  };
}

export function threadDeleted(context: GuildContext, thread: ThreadChannel): GatewayEvent {
  const { id, parent } = thread;
  const data = { id, guild_id: guildIdOf(context, thread), parent_id: parent, type: channelType(thread) };
  return { type: "THREAD_DELETE", intent: intents.guilds, channel: parent, data };
}
