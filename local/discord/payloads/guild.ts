import type { GuildContext } from "../guild-context.ts";
import { findUser } from "../state/find.ts";
import { guildIdOf, rolesIn } from "../state/guilds.ts";
import type { AnyChannel, AppGuild } from "../state/model.ts";
import { hasPermission } from "../state/permissions.ts";
import { toChannelPayload } from "./channels.ts";
import { toMemberPayload, toRolePayload } from "./people.ts";

/** resources/guild#guild-object */
export function toGuildPayload(context: GuildContext, { id, name }: AppGuild) {
  return {
    id,
    name,
    owner_id: context.app.ownerId,
    ...{
      icon: null,
      splash: null,
      discovery_splash: null,
      banner: null,
      description: null,
      home_header: null,
    },
    ...{ afk_channel_id: null, afk_timeout: 300, system_channel_id: null, system_channel_flags: 0 },
    ...{ rules_channel_id: null, public_updates_channel_id: null, safety_alerts_channel_id: null },
    ...{ verification_level: 1, default_message_notifications: 1, explicit_content_filter: 2, mfa_level: 0 },
    ...{ premium_tier: 0, premium_subscription_count: 0, premium_progress_bar_enabled: false, nsfw_level: 0 },
    ...{
      nsfw: false,
      vanity_url_code: null,
      region: "deprecated",
      widget_enabled: false,
      widget_channel_id: null,
    },
    ...{ application_id: null, preferred_locale: "en-US", max_members: 500_000, max_presences: null },
    ...{
      max_video_channel_users: 25,
      max_stage_video_channel_users: 50,
      features: [],
      emojis: [],
      stickers: [],
    },
    roles: rolesIn(context, id).map(toRolePayload),
    incidents_data: null,
  };
}

/** events/gateway-events#guild-create: with the channels that the app can see; the only member is the app itself */
export function toGuildCreatePayload(context: GuildContext, guild: AppGuild) {
  const visible = context.state.data.channels.filter(
    (channel) =>
      channel.kind !== "dm" &&
      guildIdOf(context, channel) === guild.id &&
      hasPermission(context, channel, "ViewChannel"),
  );
  const bot = findUser(context, context.app.botUserId);
  const isOpenThread = (channel: AnyChannel) => channel.kind === "thread" && !channel.isArchived;
  return {
    ...toGuildPayload(context, guild),
    joined_at: "2026-01-01T00:00:00.000000+00:00",
    large: false,
    unavailable: false,
    member_count: context.state.data.users.filter(({ isMember }) => isMember).length,
    members: bot ? [toMemberPayload(bot)] : [],
    channels: visible
      .filter(({ kind }) => kind !== "thread")
      .map((channel) => toChannelPayload(context, channel)),
    threads: visible.filter(isOpenThread).map((channel) => toChannelPayload(context, channel)),
    ...{
      voice_states: [],
      presences: [],
      stage_instances: [],
      guild_scheduled_events: [],
      soundboard_sounds: [],
    },
  };
}
