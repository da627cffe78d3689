import { toMessagePayload } from "../payloads.ts";
import { findChannel } from "../state/channels.ts";
import type { WorkspaceMessage } from "../state/model.ts";
import { currentMessage } from "./action-target.ts";
import { commonInteractionFields, requireCommands, type SlackActor } from "./actor.ts";
import { type SlackOutcome, toFailure } from "./outcome.ts";

/**
 * Uses a message shortcut, or without a message a global one:
 * reference/interaction-payloads/shortcuts-interaction-payload
 */
export async function useShortcut(
  actor: SlackActor,
  callback: string,
  message?: WorkspaceMessage,
): Promise<SlackOutcome> {
  requireCommands(actor, callback);
  const acknowledgement = await actor.deliver({
    kind: "interaction",
    body: {
      type: message ? "message_action" : "shortcut",
      ...commonInteractionFields(actor),
      callback_id: callback,
      action_ts: actor.context.ids.ts(),
      trigger_id: actor.triggerIds.issue({ user: actor.user.id, from: "elsewhere" }),
      ...(message && messageFields(actor, currentMessage(actor, message))),
    },
  });
  return acknowledgement.kind === "acknowledged" ? { kind: "acknowledged" } : toFailure(acknowledgement);
}

function messageFields({ context, user, newResponseUrl }: SlackActor, message: WorkspaceMessage) {
  const { channel, ts } = message;
  return {
    message_ts: ts,
    message: toMessagePayload(message, context.app),
    channel: { id: channel, name: findChannel(context, channel)?.name ?? "" },
    response_url: newResponseUrl({ channel, user: user.id, ts }),
  };
}
