import { findChannel } from "../state/channels.ts";
import type { Message } from "../state/model.ts";
import { messageToWire } from "../payloads.ts";
import { type Actor, interactionBy, requireCommands } from "./actor.ts";
import { type Outcome, toFailure } from "./outcome.ts";
import { currentMessage } from "./action-target.ts";

/** From a message's menu, or without a message from the search: reference/interaction-payloads/shortcuts-interaction-payload */
export async function takeShortcut(actor: Actor, callback: string, message?: Message): Promise<Outcome> {
  requireCommands(actor, callback);
  const acknowledgement = await actor.deliver({
    kind: "interaction",
    body: {
      type: message ? "message_action" : "shortcut",
      ...interactionBy(actor),
      callback_id: callback,
      action_ts: actor.core.ids.ts(),
      trigger_id: actor.triggers.issue({ user: actor.user.id, from: "elsewhere" }),
      ...(message && messagePlace(actor, currentMessage(actor, message))),
    },
  });
  return acknowledgement.kind === "acknowledged" ? { kind: "acknowledged" } : toFailure(acknowledgement);
}

function messagePlace({ core, user, newResponseUrl }: Actor, message: Message) {
  const { channel, ts } = message;
  return {
    message_ts: ts,
    message: messageToWire(message, core.app),
    channel: { id: channel, name: findChannel(core, channel)?.name ?? "" },
    response_url: newResponseUrl({ channel, user: user.id, ts }),
  };
}
