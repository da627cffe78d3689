import { InteractionResponseType as Type } from "discord.js";
import { readApiFailure } from "../rest/api-failure.ts";
import type { InitialResponse, InteractionApi } from "./interaction-api.ts";

/**
 * What became of an initial response.
 * - `accepted`: Discord accepted it.
 * - `alreadyResponded`: the interaction has its response: this one, whose result was lost, or an unconfirmed deferral
 *   before it.
 * - `unconfirmed`: a deferral that may have been accepted. The answer that follows it will show.
 */
export type InitialResponseResult =
  | { readonly kind: "accepted" }
  | { readonly kind: "alreadyResponded" }
  | { readonly kind: "unconfirmed"; readonly error: unknown };

/**
 * Sends the initial response. If the outcome of a message is unknown, looks up whether it arrived.
 * @throws if it did not arrive, or if that can't be found out
 */
export async function sendInitialResponse(
  api: InteractionApi,
  response: InitialResponse,
): Promise<InitialResponseResult> {
  try {
    await api.createResponse(response);
    return { kind: "accepted" };
  } catch (error) {
    const failure = readApiFailure(error);
    if (failure === "acknowledged") return { kind: "alreadyResponded" };
    if (failure !== "passes") throw error;
    switch (response.type) {
      case Type.ChannelMessageWithSource:
      case Type.UpdateMessage:
        // An interaction without a response has no original.
        await api.getOriginal();
        return { kind: "alreadyResponded" };
      case Type.DeferredChannelMessageWithSource:
      case Type.DeferredMessageUpdate:
        return { kind: "unconfirmed", error };
      default:
        throw error;
    }
  }
}
