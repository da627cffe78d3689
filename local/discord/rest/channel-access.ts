import type { GuildContext } from "../guild-context.ts";
import type { Permission } from "../permission-flags.ts";
import { may } from "../state/permissions.ts";
import { findChannel, findMessage, findUser } from "../state/find.ts";
import type { Channel, Message } from "../state/model.ts";
import { isRefusal, type Refusal, refuse } from "./result.ts";

/** The channel that the app names: one that it does not see is 50001. */
export function reachChannel(core: GuildContext, id: string): Channel | Refusal {
  const found = findChannel(core, id);
  if (!found) return refuse(10003);
  return may(core, found, "ViewChannel") ? found : refuse(50001);
}

/** The channel, where the app may do this. */
export function reachFor(core: GuildContext, id: string, permission: Permission): Channel | Refusal {
  const channel = reachChannel(core, id);
  if (isRefusal(channel)) return channel;
  return may(core, channel, permission) ? channel : refuse(50013);
}

/** The channel, where the app may write: topics/threads, resources/user#create-dm */
export function reachForWriting(core: GuildContext, id: string): Channel | Refusal {
  const channel = reachChannel(core, id);
  if (isRefusal(channel)) return channel;
  switch (channel.kind) {
    case "dm":
      return findUser(core, channel.with)?.takesMessages === true ? channel : refuse(50007);
    case "forum":
      return refuse(40058);
    case "text":
      return may(core, channel, "SendMessages") ? channel : refuse(50013);
    case "thread":
      if (!may(core, channel, "SendMessagesInThreads")) return refuse(50013);
      return channel.isLocked && !may(core, channel, "ManageThreads") ? refuse(160005) : channel;
  }
}

/** A message that everybody in the channel sees: ephemeral ones are not found this way. */
export function reachMessage(core: GuildContext, channel: Channel, id: string): Message | Refusal {
  const found = findMessage(core, channel.id, id);
  return found && found.visibleTo === undefined ? found : refuse(10008);
}
