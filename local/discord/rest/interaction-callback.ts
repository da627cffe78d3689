import type { GuildContext } from "../guild-context.ts";
import { interactionType } from "../payloads/interaction-type.ts";
import { toMessagePayload } from "../payloads/messages.ts";
import type { DiscordOutcome } from "../people/outcome.ts";
import { type Callback, callback } from "../schemas/callbacks.ts";
import { errorText } from "../schemas/fields.ts";
import { findInteraction, findMessage } from "../state/find.ts";
import { flags } from "../state/flags.ts";
import { editMessage } from "../state/messages.ts";
import type {
  GuildMessage,
  InteractionAction,
  InteractionAnswer,
  InteractionRecord,
} from "../state/model.ts";
import { addDeferredReply, addReply, interactionChannel } from "./interaction-messages.ts";
import { parseEdit } from "./message-content.ts";
import type { UploadedFile } from "./request.ts";
import { apiError, fieldError, isRestError, noContent, type RestError, success } from "./result.ts";
import { type RestServices, route } from "./route.ts";

/** interactions/receiving-and-responding#create-interaction-response */
export const create = route("POST /interactions/{interaction}/{token}/callback", {
  needsToken: false,
  body: callback,
  run: ({ param, query, body, files }, { context, interactions }) => {
    const interaction = findInteraction(context, param("interaction"));
    if (interaction?.token !== param("token") || interaction.answer.kind === "expired")
      return apiError(10062);
    if (interaction.answer.kind !== "waiting") return apiError(40060);
    const allowed = allowedTypes(interaction.action);
    if (!allowed.includes(body.type)) {
      const sentence = `Value must be one of (${allowed.join(", ")}).`;
      return fieldError(["type"], errorText("BASE_TYPE_CHOICES", sentence));
    }
    const result = applyCallback({ context, interactions }, { interaction, body, files });
    if (isRestError(result)) return result;
    return query.get("with_response") === "true"
      ? success(toCallbackResponse(context, interaction, result))
      : noContent;
  },
});

/** A modal can't open another modal, and only a component's message can be updated. */
function allowedTypes(action: InteractionAction): readonly Callback["type"][] {
  switch (action.kind) {
    case "command":
    case "contextMenu":
      return [4, 5, 9];
    case "component":
      return [4, 5, 6, 7, 9];
    case "autocomplete":
      return [8];
    case "submission":
      return action.message === undefined ? [4, 5] : [4, 5, 6, 7];
  }
}

interface CallbackRequest {
  readonly interaction: InteractionRecord;
  readonly body: Callback;
  readonly files: readonly UploadedFile[];
}

interface CallbackResult {
  readonly kind: "applied";
  readonly type: Callback["type"];
  readonly message?: GuildMessage | undefined;
}

/** Applies the callback, and completes the interaction for the person. */
function applyCallback(
  { context, interactions }: Pick<RestServices, "context" | "interactions">,
  { interaction, body, files }: CallbackRequest,
): CallbackResult | RestError {
  const { action, user } = interaction;
  const complete = (
    answer: InteractionAnswer,
    outcome: DiscordOutcome,
    message?: GuildMessage,
  ): CallbackResult => {
    interactions.complete(interaction, answer, outcome);
    return { kind: "applied", type: body.type, message };
  };
  const originalId = "message" in action && action.message !== undefined ? action.message : "";
  switch (body.type) {
    case 4: {
      const message = addReply(context, interaction, { body: body.data, files });
      if (isRestError(message)) return message;
      return complete({ kind: "message", original: message.id }, { kind: "replied", message }, message);
    }
    case 5: {
      const message = addDeferredReply(
        context,
        interaction,
        ((body.data?.flags ?? 0) & flags.ephemeral) !== 0,
      );
      return complete({ kind: "message", original: message.id }, { kind: "thinking", message }, message);
    }
    case 6:
      return complete({ kind: "update", original: originalId }, { kind: "acknowledged" });
    case 7: {
      const before = findMessage(context, interaction.channel, originalId);
      if (!before) return apiError(10008);
      const change = parseEdit(context, before, {
        body: body.data ?? {},
        files,
        channel: interactionChannel(context, interaction),
      });
      if (isRestError(change)) return change;
      const message = editMessage(context, before, change);
      return complete({ kind: "update", original: originalId }, { kind: "updated", message }, message);
    }
    case 8:
      return complete({ kind: "choices" }, { kind: "choices", choices: body.data.choices });
    case 9: {
      const modal = { user, interaction: interaction.id, body: body.data };
      context.state.change((data) => ({ ...data, modals: { ...data.modals, [user]: modal } }));
      return complete({ kind: "modal" }, { kind: "modal", modal });
    }
  }
}

/**
 * interactions/receiving-and-responding#interaction-callback-interaction-callback-response-object. A deferred message
 * is not included.
 */
function toCallbackResponse(
  context: GuildContext,
  { id, action }: InteractionRecord,
  { type, message }: CallbackResult,
) {
  return {
    interaction: {
      id,
      type: interactionType(action),
      ...(message && {
        response_message_id: message.id,
        response_message_loading: (message.flags & flags.loading) !== 0,
        response_message_ephemeral: (message.flags & flags.ephemeral) !== 0,
      }),
    },
    ...(message && type !== 5 && { resource: { type, message: toMessagePayload(context, message) } }),
  };
}
