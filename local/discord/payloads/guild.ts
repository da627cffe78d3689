import type { GuildContext } from "../guild-context.ts";
import { may } from "../state/permissions.ts";
import { findUser } from "../state/find.ts";
import type { Channel } from "../state/model.ts";
import { channelToWire } from "./channels.ts";
import { memberToWire, roleToWire } from "./people.ts";

/** resources/guild#guild-object, as REST has it */
export function guildToWire(core: GuildContext) {
  const { guildId, guildName, ownerId } = core.app;
  return {
    id: guildId,
    name: guildName,
    owner_id: ownerId,
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
    roles: core.state.data.roles.map(roleToWire),
    incidents_data: null,
  };
}

/** events/gateway-events#guild-create: with the channels that the app sees, and of the members itself alone */
export function guildInEvent(core: GuildContext) {
  const seen = core.state.data.channels.filter(
    (channel) => channel.kind !== "dm" && may(core, channel, "ViewChannel"),
  );
  const bot = findUser(core, core.app.botUserId);
  const isOpenThread = (channel: Channel) => channel.kind === "thread" && !channel.isArchived;
  return {
    ...guildToWire(core),
    joined_at: "2026-01-01T00:00:00.000000+00:00",
    large: false,
    unavailable: false,
    member_count: core.state.data.users.filter(({ isMember }) => isMember).length,
    members: bot ? [memberToWire(bot)] : [],
    channels: seen.filter(({ kind }) => kind !== "thread").map((channel) => channelToWire(core, channel)),
    threads: seen.filter(isOpenThread).map((channel) => channelToWire(core, channel)),
    ...{
      voice_states: [],
      presences: [],
      stage_instances: [],
      guild_scheduled_events: [],
      soundboard_sounds: [],
    },
  };
}
