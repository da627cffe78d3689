import type { GuildContext } from "../guild-context.ts";
import type { Interactions } from "../pending-interactions.ts";
import type { Outcome } from "../people/outcome.ts";
import { type Callback, callback } from "../schemas/callbacks.ts";
import { complaint } from "../schemas/fields.ts";
import { findInteraction, findMessage } from "../state/find.ts";
import { flags } from "../state/flags.ts";
import { editMessage } from "../state/messages.ts";
import type { Act, Answered, Interaction, Message } from "../state/model.ts";
import { interactionType } from "../payloads/interaction-type.ts";
import { messageToWire } from "../payloads/messages.ts";
import { done, isRefusal, nothingToSay, type Refusal, refuse, refuseField } from "./result.ts";
import { channelOf, reply, showThinking } from "./interaction-messages.ts";
import { readChange } from "./message-content.ts";
import type { UploadedFile } from "./request.ts";
import { route } from "./route.ts";

/** interactions/receiving-and-responding#create-interaction-response */
export const create = route("POST /interactions/{interaction}/{token}/callback", {
  needsToken: false,
  body: callback,
  run: ({ param, query, body, files }, { core, interactions }) => {
    const interaction = findInteraction(core, param("interaction"));
    if (interaction?.token !== param("token") || interaction.answer.kind === "expired") return refuse(10062);
    if (interaction.answer.kind !== "waiting") return refuse(40060);
    const allowed = typesFor(interaction.act);
    if (!allowed.includes(body.type)) {
      const sentence = `Value must be one of (${allowed.join(", ")}).`;
      return refuseField(["type"], complaint("BASE_TYPE_CHOICES", sentence));
    }
    const taken = follow({ core, interactions }, { interaction, body, files });
    if (isRefusal(taken)) return taken;
    return query.get("with_response") === "true" ? done(toResponse(core, interaction, taken)) : nothingToSay;
  },
});

/** A modal comes first and never after a modal; what stands in no message has none to change. */
function typesFor(act: Act): readonly Callback["type"][] {
  switch (act.kind) {
    case "command":
    case "contextMenu":
      return [4, 5, 9];
    case "component":
      return [4, 5, 6, 7, 9];
    case "autocomplete":
      return [8];
    case "submission":
      return act.message === undefined ? [4, 5] : [4, 5, 6, 7];
  }
}

interface Desk {
  readonly core: GuildContext;
  readonly interactions: Interactions;
}

interface Given {
  readonly interaction: Interaction;
  readonly body: Callback;
  readonly files: readonly UploadedFile[];
}

interface Taken {
  readonly kind: "taken";
  readonly type: Callback["type"];
  readonly message?: Message | undefined;
}

/** Does what the callback asks for, and lets the person see it. */
function follow({ core, interactions }: Desk, { interaction, body, files }: Given): Taken | Refusal {
  const { act, user } = interaction;
  const settle = (answer: Answered, outcome: Outcome, message?: Message): Taken => {
    interactions.settle(interaction, answer, outcome);
    return { kind: "taken", type: body.type, message };
  };
  const on = "message" in act && act.message !== undefined ? act.message : "";
  switch (body.type) {
    case 4: {
      const message = reply(core, interaction, { body: body.data, files });
      if (isRefusal(message)) return message;
      return settle({ kind: "message", original: message.id }, { kind: "replied", message }, message);
    }
    case 5: {
      const message = showThinking(core, interaction, ((body.data?.flags ?? 0) & flags.ephemeral) !== 0);
      return settle({ kind: "message", original: message.id }, { kind: "thinking", message }, message);
    }
    case 6:
      return settle({ kind: "update", original: on }, { kind: "acknowledged" });
    case 7: {
      const before = findMessage(core, interaction.channel, on);
      if (!before) return refuse(10008);
      const change = readChange(core, before, {
        body: body.data ?? {},
        files,
        channel: channelOf(core, interaction),
      });
      if (isRefusal(change)) return change;
      const message = editMessage(core, before, change);
      return settle({ kind: "update", original: on }, { kind: "updated", message }, message);
    }
    case 8:
      return settle({ kind: "choices" }, { kind: "choices", choices: body.data.choices });
    case 9: {
      const modal = { user, interaction: interaction.id, body: body.data };
      core.state.change((data) => ({ ...data, modals: { ...data.modals, [user]: modal } }));
      return settle({ kind: "modal" }, { kind: "modal", modal });
    }
  }
}

/** interactions/receiving-and-responding#interaction-callback-interaction-callback-response-object: one that thinks is named only */
function toResponse(core: GuildContext, { id, act }: Interaction, { type, message }: Taken) {
  return {
    interaction: {
      id,
      type: interactionType(act),
      ...(message && {
        response_message_id: message.id,
        response_message_loading: (message.flags & flags.loading) !== 0,
        response_message_ephemeral: (message.flags & flags.ephemeral) !== 0,
      }),
    },
    ...(message && type !== 5 && { resource: { type, message: messageToWire(core, message) } }),
  };
}
