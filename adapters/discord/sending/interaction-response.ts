import {
  type APIModalInteractionResponseCallbackData,
  MessageFlags,
  type REST,
  Routes,
  InteractionResponseType as Type,
} from "discord.js";
import type { DiscordMessage } from "../rendering/render-answer.ts";
import { toBody, toFiles } from "./message-body.ts";
import { readRefusal } from "./refusal.ts";
import { retryIdempotent } from "./retry.ts";

/** Who sees what answers an interaction. */
type Visibility = "one" | "all";

/**
 * An interaction's one response, and what may follow it for 15 minutes: interactions/receiving-and-responding. Where it
 * stays unclear whether a response arrived, that is found out before anything else is said. All of it rejects with what
 * Discord says.
 */
export interface InteractionResponse {
  /** Whether nothing was answered yet: then a form may be shown. */
  isOpen(): boolean;
  /** Shows that there will be an answer, where nothing was answered yet. */
  defer(eyes: Visibility): Promise<void>;
  /** Takes a press without anything to show, where nothing was answered yet. */
  acknowledge(): Promise<void>;
  showModal(modal: APIModalInteractionResponseCallbackData): Promise<void>;
  /** Answers by messages of their own. */
  reply(messages: readonly DiscordMessage[], eyes: Visibility): Promise<void>;
  /** Answers by changing the message whose button was pressed; further messages follow it. */
  updateMessage(messages: readonly DiscordMessage[]): Promise<void>;
  /** Takes away the message whose button was pressed, where one person alone sees it. */
  deleteMessage(): Promise<void>;
}

interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly applicationId: string;
}

type State = "open" | "thinking" | "answered";

export function createInteractionResponse(
  rest: REST,
  { id, token, applicationId }: Interaction,
): InteractionResponse {
  let state: State = "open";
  /** A response without an answer of which nobody knows whether it arrived. */
  let unclear: Type | undefined;
  const original = Routes.webhookMessage(applicationId, token);

  /** @returns whether Discord took this response, and not another one before it */
  const respond = async (type: Type, data: object = {}, message?: DiscordMessage): Promise<boolean> => {
    const request = { ...(message && toFiles(message)), body: { type, data }, auth: false };
    let taken = type;
    try {
      await rest.post(Routes.interactionCallback(id, token), request);
    } catch (error) {
      await findOut(type, error);
      taken = unclear ?? type;
    }
    state = taken === Type.DeferredChannelMessageWithSource ? "thinking" : "answered";
    return taken === type;
  };
  /** @throws where no response arrived, or where that stays unclear */
  const findOut = async (type: Type, error: unknown): Promise<void> => {
    const refusal = readRefusal(error);
    if (refusal === "delivered") return;
    if (refusal !== "unclear") throw error;
    switch (type) {
      case Type.ChannelMessageWithSource:
      case Type.UpdateMessage:
        // Only an interaction that was answered has an original.
        await retryIdempotent(() => rest.get(original, { auth: false }));
        return;
      case Type.DeferredChannelMessageWithSource:
      case Type.DeferredMessageUpdate:
        // The answer comes next, and will be told.
        unclear = type;
    }
    throw error;
  };
  /** Done twice it is the same. */
  const edit = (message: DiscordMessage) =>
    retryIdempotent(() => rest.patch(original, { ...toFiles(message), body: toBody(message), auth: false }));
  const follow = async (messages: readonly DiscordMessage[], eyes: Visibility) => {
    for (const message of messages) {
      await rest.post(Routes.webhook(applicationId, token), {
        ...toFiles(message),
        body: toBody(message, flagsFor(eyes)),
        auth: false,
      });
    }
  };
  const first = async (message: DiscordMessage, eyes: Visibility) => {
    const data = toBody(message, flagsFor(eyes));
    if (state === "open" && (await respond(Type.ChannelMessageWithSource, data, message))) return;
    if (state !== "thinking") return follow([message], eyes);
    await edit(message);
    state = "answered";
  };
  const change = async (message: DiscordMessage) => {
    const isTaken = state === "open" && (await respond(Type.UpdateMessage, toBody(message), message));
    if (!isTaken) await edit(message);
  };
  const acknowledge = async () => {
    if (state === "open") await respond(Type.DeferredMessageUpdate);
  };

  return {
    isOpen: () => state === "open" && unclear === undefined,
    defer: async (eyes) => {
      if (state !== "open") return;
      await respond(Type.DeferredChannelMessageWithSource, { flags: flagsFor(eyes) });
    },
    acknowledge,
    showModal: async (modal) => {
      await respond(Type.Modal, modal);
    },
    reply: async ([message, ...others], eyes) => {
      if (message) await first(message, eyes);
      await follow(others, eyes);
    },
    updateMessage: async ([message, ...others]) => {
      if (message) await change(message);
      await follow(others, "one");
    },
    deleteMessage: async () => {
      await acknowledge();
      await rest.delete(original, { auth: false });
    },
  };
}

function flagsFor(eyes: Visibility): number {
  return eyes === "one" ? MessageFlags.Ephemeral : 0;
}
