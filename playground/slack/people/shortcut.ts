import { findChannel } from "../state/channels.ts";
import type { Message, User } from "../state/model.ts";
import { messageToWire } from "../state/wire.ts";
import { currentMessage } from "./act.ts";
import { type Outcome, toFailure } from "./outcome.ts";
import { interactionBy, type Street } from "./street.ts";

/** A shortcut from a message's menu, or without a message from the search: reference/interaction-payloads/shortcuts-interaction-payload */
export async function useShortcut(
  street: Street,
  user: User,
  callback: string,
  message?: Message,
): Promise<Outcome> {
  const { core } = street;
  const place = message && messagePlace(street, user, currentMessage(core, user, message));
  const acknowledgement = await street.deliver({
    kind: "interaction",
    body: {
      type: message ? "message_action" : "shortcut",
      ...interactionBy(street, user),
      callback_id: callback,
      action_ts: core.ids.ts(),
      trigger_id: street.triggers.issue({ user: user.id }),
      ...place,
    },
  });
  return acknowledgement.kind === "acknowledged" ? { kind: "acknowledged" } : toFailure(acknowledgement);
}

function messagePlace(street: Street, user: User, message: Message) {
  const { core } = street;
  const { channel, ts } = message;
  return {
    message_ts: ts,
    message: messageToWire(message, core.app),
    channel: { id: channel, name: findChannel(core, channel)?.name ?? "" },
    response_url: street.newResponseUrl({ channel, user: user.id, ts }),
  };
}
