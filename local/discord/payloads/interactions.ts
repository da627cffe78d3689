import type { GuildContext } from "../guild-context.ts";
import { toBits } from "../permission-flags.ts";
import { permissionsOf } from "../state/permissions.ts";
import { findChannel, findMessage, findUser } from "../state/find.ts";
import type { Interaction } from "../state/model.ts";
import { channelToWire, serverOf } from "./channels.ts";
import { dropUndefined } from "./components.ts";
import { interactionType } from "./interaction-type.ts";
import { messageToWire, owners } from "./messages.ts";
import { actingMember, userToWire } from "./people.ts";

/** interactions/receiving-and-responding#interaction-object */
export function interactionToWire(core: GuildContext, interaction: Interaction, data: object): object {
  const { id, token, user, channel: channelId, act } = interaction;
  const channel = findChannel(core, channelId);
  const actor = findUser(core, user);
  if (!channel || !actor) throw new Error(`nobody acts in ${channelId}`);
  const isDirect = channel.kind === "dm";
  const on = "message" in act && act.kind !== "contextMenu" ? act.message : undefined;
  const message = on === undefined ? undefined : findMessage(core, channelId, on);
  return dropUndefined({
    id,
    application_id: core.app.applicationId,
    type: interactionType(act),
    token,
    version: 1,
    data,
    channel_id: channelId,
    channel: channelToWire(core, channel),
    message: message && messageToWire(core, message),
    locale: actor.locale,
    entitlements: [],
    authorizing_integration_owners: owners(core, interaction),
    context: isDirect ? 1 : 0,
    attachment_size_limit: 10_485_760,
    app_permissions: toBits(permissionsOf(core, core.app.botUserId, channel)),
    ...(isDirect ? { user: userToWire(actor) } : inServer(core, interaction)),
  });
}

function inServer(core: GuildContext, { user, channel: id }: Interaction): object {
  const channel = findChannel(core, id);
  const actor = findUser(core, user);
  const guildId = serverOf(core, channel);
  return {
    guild_id: guildId,
    guild: { id: guildId, locale: "en-US", features: [] },
    guild_locale: "en-US",
    ...(actor && channel && { member: actingMember(core, actor, channel) }),
  };
}
