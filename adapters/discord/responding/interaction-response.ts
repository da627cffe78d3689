import { type APIModalInteractionResponseCallbackData, InteractionResponseType as Type } from "discord.js";
import type { DiscordMessage } from "../rendering/render-answer.ts";
import type { RestApi } from "../rest/rest-client.ts";
import { toBody, toFiles } from "../sending/message-body.ts";
import {
  createInteractionApi,
  type InitialResponse,
  type InteractionKey,
  type Visibility,
  visibilityFlags,
} from "./interaction-api.ts";
import { applyResult, type ResponseState } from "./response-state.ts";
import { sendInitialResponse } from "./send-initial-response.ts";

/**
 * The response to an interaction, and what may follow it for 15 minutes: interactions/receiving-and-responding. All
 * methods reject with what discord.js throws.
 */
export interface InteractionResponse {
  /** Whether there is no response yet, so that a modal can be opened. */
  isOpen(): boolean;
  /** Shows that the bot is thinking. Does nothing after another response. */
  defer(visibility: Visibility): Promise<void>;
  /** Accepts a press without showing anything. Does nothing after another response. */
  acknowledge(): Promise<void>;
  showModal(modal: APIModalInteractionResponseCallbackData): Promise<void>;
  /** Answers by new messages. */
  reply(messages: readonly DiscordMessage[], visibility: Visibility): Promise<void>;
  /** Replaces the message whose button was pressed. Further messages are ephemeral follow-ups. */
  updateMessage(messages: readonly DiscordMessage[]): Promise<void>;
  /** Deletes the ephemeral message whose button was pressed. */
  deleteMessage(): Promise<void>;
}

export function createInteractionResponse(rest: RestApi, interaction: InteractionKey): InteractionResponse {
  const api = createInteractionApi(rest, interaction);
  let state: ResponseState = { kind: "open" };

  /** @returns whether Discord accepted this as the initial response */
  const respond = async (response: InitialResponse): Promise<boolean> => {
    if (state.kind !== "open") return false;
    const result = await sendInitialResponse(api, response);
    const { state: next, isAccepted } = applyResult(state, response.type, result);
    state = next;
    if (result.kind === "unconfirmed") throw result.error;
    return isAccepted;
  };
  const replyFirst = async (message: DiscordMessage, visibility: Visibility): Promise<void> => {
    if (await respond(toReply(message, visibility))) return;
    if (state.kind !== "deferred") return api.createFollowups([message], visibility);
    await api.editOriginal(message);
    state = { kind: "responded" };
  };

  return {
    isOpen: () => state.kind === "open" && state.unconfirmed === undefined,
    defer: async (visibility) => void (await respond(toDeferral(visibility))),
    acknowledge: async () => void (await respond(acknowledgement)),
    showModal: async (data) => void (await respond({ type: Type.Modal, data })),
    reply: async ([message, ...others], visibility) => {
      if (message) await replyFirst(message, visibility);
      await api.createFollowups(others, visibility);
    },
    updateMessage: async ([message, ...others]) => {
      if (message && !(await respond(toUpdate(message)))) await api.editOriginal(message);
      await api.createFollowups(others, "ephemeral");
    },
    deleteMessage: async () => {
      await respond(acknowledgement);
      await api.deleteOriginal();
    },
  };
}

const acknowledgement: InitialResponse = { type: Type.DeferredMessageUpdate };

function toDeferral(visibility: Visibility): InitialResponse {
  return { type: Type.DeferredChannelMessageWithSource, data: { flags: visibilityFlags(visibility) } };
}

function toReply(message: DiscordMessage, visibility: Visibility): InitialResponse {
  const data = toBody(message, visibilityFlags(visibility));
  return { type: Type.ChannelMessageWithSource, data, ...toFiles(message) };
}

function toUpdate(message: DiscordMessage): InitialResponse {
  return { type: Type.UpdateMessage, data: toBody(message), ...toFiles(message) };
}
