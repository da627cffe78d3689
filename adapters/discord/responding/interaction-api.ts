import { type InteractionResponseType, MessageFlags, type RawFile, Routes } from "discord.js";
import type { DiscordMessage } from "../rendering/render-answer.ts";
import type { RestApi } from "../rest/rest-client.ts";
import { toBody, toFiles } from "../sending/message-body.ts";

/** Who sees a response: only the person who acted, or everybody in the channel. */
export type Visibility = "ephemeral" | "public";

/** What identifies an interaction to Discord. */
export interface InteractionKey {
  readonly id: string;
  readonly token: string;
  readonly applicationId: string;
}

/** The first response to an interaction, as interactions/receiving-and-responding defines it. */
export interface InitialResponse {
  readonly type: InteractionResponseType;
  readonly data?: object;
  readonly files?: RawFile[];
}

/** The requests that an interaction's token allows: interactions/receiving-and-responding#endpoints */
export interface InteractionApi {
  createResponse(response: InitialResponse): Promise<void>;
  /** @throws DiscordAPIError if there is no initial response */
  getOriginal(): Promise<void>;
  editOriginal(message: DiscordMessage): Promise<void>;
  deleteOriginal(): Promise<void>;
  createFollowups(messages: readonly DiscordMessage[], visibility: Visibility): Promise<void>;
}

export function createInteractionApi(
  rest: RestApi,
  { id, token, applicationId }: InteractionKey,
): InteractionApi {
  const original = Routes.webhookMessage(applicationId, token);
  return {
    createResponse: async ({ type, data = {}, files }) => {
      const request = { ...(files && { files }), body: { type, data }, auth: false };
      await rest.post(Routes.interactionCallback(id, token), request);
    },
    getOriginal: async () => {
      await rest.get(original, { auth: false });
    },
    editOriginal: async (message) => {
      const request = { ...toFiles(message), body: toBody(message), auth: false };
      await rest.patch(original, request);
    },
    deleteOriginal: async () => {
      await rest.delete(original, { auth: false });
    },
    createFollowups: async (messages, visibility) => {
      for (const message of messages) {
        const body = toBody(message, visibilityFlags(visibility));
        const request = { ...toFiles(message), body, auth: false };
        await rest.post(Routes.webhook(applicationId, token), request);
      }
    },
  };
}

export function visibilityFlags(visibility: Visibility): number {
  return visibility === "ephemeral" ? MessageFlags.Ephemeral : 0;
}
