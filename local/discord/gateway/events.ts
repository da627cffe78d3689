import type { GuildContext } from "../guild-context.ts";
import { findChannel } from "../state/find.ts";
import type { Channel, Message, Thread } from "../state/model.ts";
import { channelToWire, channelType } from "../payloads/channels.ts";
import { messageInEvent } from "../payloads/messages.ts";
import { strip } from "../payloads/strip-content.ts";
import { intents } from "./intents.ts";

/** Something that the app may hear of: events/gateway-events#receive-events */
export interface GatewayEvent {
  readonly type: string;
  /** The intent that covers it; what has none is always sent. */
  readonly intent?: number | undefined;
  /** Where it happened: the app has to see that channel. */
  readonly channel?: string | undefined;
  readonly data: object;
  /** What is sent instead to a session without the intent for message content. */
  readonly bare?: object;
}

export function messageCreated(core: GuildContext, message: Message): GatewayEvent {
  return ofMessage(core, message, "MESSAGE_CREATE");
}

export function messageUpdated(core: GuildContext, message: Message): GatewayEvent {
  return ofMessage(core, message, "MESSAGE_UPDATE");
}

export function messageDeleted(core: GuildContext, { id, channel }: Message): GatewayEvent {
  const isDirect = findChannel(core, channel)?.kind === "dm";
  return {
    type: "MESSAGE_DELETE",
    intent: isDirect ? intents.directMessages : intents.guildMessages,
    channel,
    data: { id, channel_id: channel, ...(!isDirect && { guild_id: core.app.guildId }) },
  };
}

function ofMessage(core: GuildContext, message: Message, type: string): GatewayEvent {
  const isDirect = findChannel(core, message.channel)?.kind === "dm";
  const data = messageInEvent(core, message);
  return {
    type,
    intent: isDirect ? intents.directMessages : intents.guildMessages,
    channel: message.channel,
    data,
    bare: isDirect ? data : strip(core, data),
  };
}

export function channelCreated(core: GuildContext, channel: Channel): GatewayEvent {
  return {
    type: "CHANNEL_CREATE",
    intent: intents.guilds,
    channel: channel.id,
    data: channelToWire(core, channel),
  };
}

export function channelChanged(core: GuildContext, channel: Channel): GatewayEvent {
  return {
    type: "CHANNEL_UPDATE",
    intent: intents.guilds,
    channel: channel.id,
    data: channelToWire(core, channel),
  };
}

export function threadCreated(core: GuildContext, thread: Thread): GatewayEvent {
  const data = { ...channelToWire(core, thread), newly_created: true };
  return { type: "THREAD_CREATE", intent: intents.guilds, channel: thread.id, data };
}

export function threadChanged(core: GuildContext, thread: Thread): GatewayEvent {
  return {
    type: "THREAD_UPDATE",
    intent: intents.guilds,
    channel: thread.id,
    data: channelToWire(core, thread),
  };
}

export function threadDeleted(core: GuildContext, thread: Thread): GatewayEvent {
  const { id, parent } = thread;
  const data = { id, guild_id: core.app.guildId, parent_id: parent, type: channelType(thread) };
  return { type: "THREAD_DELETE", intent: intents.guilds, channel: parent, data };
}
