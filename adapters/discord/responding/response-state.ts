import { InteractionResponseType } from "discord.js";
import type { InitialResponseResult } from "./send-initial-response.ts";

/**
 * How far an interaction is.
 * - `open`: no response yet, as far as we know. `unconfirmed` is a deferral that may have been accepted.
 * - `deferred`: Discord shows that the bot is thinking; the answer replaces that.
 * - `responded`: further messages are follow-ups.
 */
export type ResponseState = OpenState | { readonly kind: "deferred" } | { readonly kind: "responded" };

interface OpenState {
  readonly kind: "open";
  readonly unconfirmed?: InteractionResponseType;
}

interface Transition {
  readonly state: ResponseState;
  /** Whether Discord accepted this response, not an unconfirmed deferral before it. */
  readonly isAccepted: boolean;
}

/** The state after an attempt to send the initial response. */
export function applyResult(
  { unconfirmed }: OpenState,
  type: InteractionResponseType,
  { kind }: InitialResponseResult,
): Transition {
  switch (kind) {
    case "accepted":
      return { state: stateAfter(type), isAccepted: true };
    case "alreadyResponded": {
      const acceptedType = unconfirmed ?? type;
      return { state: stateAfter(acceptedType), isAccepted: acceptedType === type };
    }
    case "unconfirmed":
      return { state: { kind: "open", unconfirmed: type }, isAccepted: false };
  }
}

function stateAfter(type: InteractionResponseType): ResponseState {
  return type === InteractionResponseType.DeferredChannelMessageWithSource
    ? { kind: "deferred" }
    : { kind: "responded" };
}
