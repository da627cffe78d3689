import { dropUndefined } from "../../shared/drop-undefined.ts";
import type { GuildContext } from "../guild-context.ts";
import { toBits } from "../permission-flags.ts";
import { findChannel, findMessage, findUser } from "../state/find.ts";
import { guildIdOf } from "../state/guilds.ts";
import type { InteractionRecord } from "../state/model.ts";
import { permissionsOf } from "../state/permissions.ts";
import { toChannelPayload } from "./channels.ts";
import { interactionType } from "./interaction-type.ts";
import { integrationOwners, toMessagePayload } from "./messages.ts";
import { toActingMemberPayload, toUserPayload } from "./people.ts";

/** interactions/receiving-and-responding#interaction-object */
export function toInteractionPayload(
  context: GuildContext,
  interaction: InteractionRecord,
  data: object,
): object {
  const { id, token, user, channel: channelId, action } = interaction;
  const channel = findChannel(context, channelId);
  const actor = findUser(context, user);
  if (!channel || !actor) throw new Error(`interaction ${id} has no channel or user`);
  const isDirect = channel.kind === "dm";
  const messageId = "message" in action && action.kind !== "contextMenu" ? action.message : undefined;
  const message = messageId === undefined ? undefined : findMessage(context, channelId, messageId);
  return dropUndefined({
    id,
    application_id: context.app.applicationId,
    type: interactionType(action),
    token,
    version: 1,
    data,
    channel_id: channelId,
    channel: toChannelPayload(context, channel),
    message: message && toMessagePayload(context, message),
    locale: actor.locale,
    entitlements: [],
    authorizing_integration_owners: integrationOwners(context, interaction),
    context: isDirect ? 1 : 0,
    attachment_size_limit: 10_485_760,
    app_permissions: toBits(permissionsOf(context, context.app.botUserId, channel)),
    ...(isDirect ? { user: toUserPayload(actor) } : guildFields(context, interaction)),
  });
}

function guildFields(context: GuildContext, { user, channel: id }: InteractionRecord): object {
  const channel = findChannel(context, id);
  const actor = findUser(context, user);
  const guildId = guildIdOf(context, channel);
  return {
    guild_id: guildId,
    guild: { id: guildId, locale: "en-US", features: [] },
    guild_locale: "en-US",
    ...(actor && channel && { member: toActingMemberPayload(context, actor, channel) }),
  };
}
