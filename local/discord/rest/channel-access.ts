import type { GuildContext } from "../guild-context.ts";
import type { Permission } from "../permission-flags.ts";
import { findChannel, findMessage, findUser } from "../state/find.ts";
import type { AnyChannel, GuildMessage } from "../state/model.ts";
import { hasPermission } from "../state/permissions.ts";
import { apiError, isRestError, type RestError } from "./result.ts";

/** The channel with this id. 50001 if the app can't see it. */
export function findVisibleChannel(context: GuildContext, id: string): AnyChannel | RestError {
  const found = findChannel(context, id);
  if (!found) return apiError(10003);
  return hasPermission(context, found, "ViewChannel") ? found : apiError(50001);
}

/** The channel with this id, if the app has the permission there. */
export function findPermittedChannel(
  context: GuildContext,
  id: string,
  permission: Permission,
): AnyChannel | RestError {
  const channel = findVisibleChannel(context, id);
  if (isRestError(channel)) return channel;
  return hasPermission(context, channel, permission) ? channel : apiError(50013);
}

/** The channel with this id, if the app can write there: topics/threads, resources/user#create-dm */
export function findWritableChannel(context: GuildContext, id: string): AnyChannel | RestError {
  const channel = findVisibleChannel(context, id);
  if (isRestError(channel)) return channel;
  switch (channel.kind) {
    case "dm":
      return findUser(context, channel.with)?.acceptsDms === true ? channel : apiError(50007);
    case "forum":
      return apiError(40058);
    case "text":
      return hasPermission(context, channel, "SendMessages") ? channel : apiError(50013);
    case "thread":
      if (!hasPermission(context, channel, "SendMessagesInThreads")) return apiError(50013);
      return channel.isLocked && !hasPermission(context, channel, "ManageThreads")
        ? apiError(160005)
        : channel;
  }
}

/** The message with this id. Ephemeral ones are not found. */
export function findPublicMessage(
  context: GuildContext,
  channel: AnyChannel,
  id: string,
): GuildMessage | RestError {
  const found = findMessage(context, channel.id, id);
  return found && found.visibleTo === undefined ? found : apiError(10008);
}
