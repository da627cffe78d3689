import {
  type APIModalInteractionResponseCallbackData,
  MessageFlags,
  type REST,
  Routes,
  InteractionResponseType as Type,
} from "discord.js";
import { toBody, toRequest } from "./post.ts";
import { readRefusal } from "./refusal.ts";
import type { DiscordMessage } from "./render.ts";

/** Who sees what answers an interaction. */
type Eyes = "one" | "all";

/**
 * An interaction's one response, and what may follow it for 15 minutes: interactions/receiving-and-responding. All of
 * it rejects with what Discord says, but for a response that arrived although its acknowledgement was lost (40060).
 */
export interface Ticket {
  /** Whether nothing was answered yet: then a form may be shown. */
  isOpen(): boolean;
  /** Shows that there will be an answer. */
  think(eyes: Eyes): Promise<void>;
  /** Takes a press without anything to show. */
  leave(): Promise<void>;
  show(modal: APIModalInteractionResponseCallbackData): Promise<void>;
  /** Answers by messages of their own. */
  reply(messages: readonly DiscordMessage[], eyes: Eyes): Promise<void>;
  /** Answers by changing the message whose button was pressed; further messages follow it. */
  replace(messages: readonly DiscordMessage[]): Promise<void>;
  /** Takes away the message whose button was pressed, where one person alone sees it. */
  remove(): Promise<void>;
}

interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly applicationId: string;
}

type State = "open" | "thinking" | "answered";

export function createTicket(rest: REST, { id, token, applicationId }: Interaction): Ticket {
  let state: State = "open";
  const respond = async (type: Type, data: object = {}, message?: DiscordMessage) => {
    const next = type === Type.DeferredChannelMessageWithSource ? "thinking" : "answered";
    const request = { ...(message && toRequest(message)), body: { type, data }, auth: false };
    try {
      await rest.post(Routes.interactionCallback(id, token), request);
    } catch (error) {
      if (readRefusal(error) !== "delivered") throw error;
    }
    state = next;
  };
  const edit = (message: DiscordMessage) =>
    rest.patch(Routes.webhookMessage(applicationId, token), {
      ...toRequest(message),
      body: toBody(message),
      auth: false,
    });
  const follow = async (messages: readonly DiscordMessage[], eyes: Eyes) => {
    for (const message of messages) {
      await rest.post(Routes.webhook(applicationId, token), {
        ...toRequest(message),
        body: toBody(message, flagsFor(eyes)),
        auth: false,
      });
    }
  };
  const first = async (message: DiscordMessage, eyes: Eyes) => {
    switch (state) {
      case "open":
        return respond(Type.ChannelMessageWithSource, toBody(message, flagsFor(eyes)), message);
      case "thinking":
        await edit(message);
        state = "answered";
        return;
      case "answered":
        return follow([message], eyes);
    }
  };

  return {
    isOpen: () => state === "open",
    think: (eyes) => respond(Type.DeferredChannelMessageWithSource, { flags: flagsFor(eyes) }),
    leave: async () => {
      if (state === "open") await respond(Type.DeferredMessageUpdate);
    },
    show: (modal) => respond(Type.Modal, modal),
    reply: async ([message, ...others], eyes) => {
      if (message) await first(message, eyes);
      await follow(others, eyes);
    },
    replace: async ([message, ...others]) => {
      if (message && state === "open") await respond(Type.UpdateMessage, toBody(message), message);
      else if (message) await edit(message);
      await follow(others, "one");
    },
    remove: async () => {
      if (state === "open") await respond(Type.DeferredMessageUpdate);
      await rest.delete(Routes.webhookMessage(applicationId, token), { auth: false });
    },
  };
}

function flagsFor(eyes: Eyes): number {
  return eyes === "one" ? MessageFlags.Ephemeral : 0;
}
