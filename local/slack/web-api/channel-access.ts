import { findChannel, getOrCreateDm } from "../state/channels.ts";
import type { WorkspaceChannel } from "../state/model.ts";
import { findUser } from "../state/users.ts";
import type { WorkspaceContext } from "../workspace-context.ts";
import { apiError, type WebApiError } from "./result.ts";

/** The channel with this id, if the app can see it. A private one exists only for its members. */
export function findVisibleChannel(context: WorkspaceContext, id: string): WorkspaceChannel | WebApiError {
  const found = findChannel(context, id);
  if (!found) return apiError("channel_not_found");
  const isHidden = found.kind !== "public" && !found.members.includes(context.app.botUserId);
  return isHidden ? apiError("channel_not_found") : found;
}

/** The channel that the app can post to. A user id stands for the direct messages: methods/chat.postMessage */
export function findWritableChannel(
  context: WorkspaceContext,
  id: string,
  scopes: readonly string[],
): WorkspaceChannel | WebApiError {
  const user = findUser(context, id);
  if (user?.isBot) return apiError("channel_not_found");
  const channel = user ? getOrCreateDm(context, user.id) : findVisibleChannel(context, id);
  if ("ok" in channel) return channel;
  if (channel.isArchived) return apiError("is_archived");
  const canPost = channel.members.includes(context.app.botUserId) || scopes.includes("chat:write.public");
  return canPost ? channel : apiError("not_in_channel");
}
