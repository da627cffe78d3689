import type { WorkspaceContext } from "../workspace-context.ts";
import { directMessages, findChannel, findUser } from "../state/channels.ts";
import type { Channel } from "../state/model.ts";
import { type Refusal, refuse } from "./result.ts";

/** The channel that the app names, when it may know of it: a private one is unknown to who is not in it. */
export function reachChannel(core: WorkspaceContext, id: string): Channel | Refusal {
  const found = findChannel(core, id);
  if (!found) return refuse("channel_not_found");
  const isHidden = found.kind !== "public" && !found.members.includes(core.app.botUserId);
  return isHidden ? refuse("channel_not_found") : found;
}

/** The channel that the app writes to; a person's id stands for their direct messages: methods/chat.postMessage */
export function reachForWriting(
  core: WorkspaceContext,
  id: string,
  scopes: readonly string[],
): Channel | Refusal {
  const user = findUser(core, id);
  if (user?.isBot) return refuse("channel_not_found");
  const channel = user ? directMessages(core, user.id) : reachChannel(core, id);
  if ("ok" in channel) return channel;
  if (channel.isArchived) return refuse("is_archived");
  const isIn = channel.members.includes(core.app.botUserId) || scopes.includes("chat:write.public");
  return isIn ? channel : refuse("not_in_channel");
}
