import type { Posted } from "../../../src/platform/adapter.ts";
import { UndeliverableError } from "../../../src/platform/undeliverable-error.ts";
import type { DiscordPlace } from "../place.ts";
import { mayPass } from "../rest/api-failure.ts";
import type { Delivery } from "./delivery.ts";
import { postDm } from "./post-dm.ts";
import { postPrivately } from "./post-privately.ts";
import { postToPlace } from "./post-to-place.ts";
import type { SendContext } from "./send-context.ts";
import { type ShowPrivately, tellElsewhere } from "./tell-elsewhere.ts";

/** Sends answers as messages, which works at any later time. */
export interface Send {
  /**
   * If Discord refuses the message, the person is told by another way.
   * @param showPrivately the first of these ways, if there is an interaction
   * @returns where the answer went; undefined if nobody can continue the conversation there
   * @throws what may pass, so that the answer is redelivered; for the team's channel, everything
   */
  (place: DiscordPlace, delivery: Delivery, showPrivately?: ShowPrivately): Promise<Posted | undefined>;
  /**
   * Sends to a person's DM.
   * @throws DiscordAPIError if their DMs are closed
   */
  toDm(user: string, delivery: Delivery): Promise<Posted>;
}

export function createSend(context: SendContext): Send {
  const toDm: Send["toDm"] = (user, delivery) => postDm(context.rest, user, delivery);

  const send = async (
    place: DiscordPlace,
    delivery: Delivery,
    showPrivately?: ShowPrivately,
  ): Promise<Posted | undefined> => {
    if (place.kind === "board") return postToPlace(context, place, delivery);
    if (place.kind !== "direct" && delivery.audience !== "all") {
      return postPrivately(context, place, delivery);
    }
    try {
      return await postToPlace(context, place, delivery);
    } catch (error) {
      if (mayPass(error)) throw error;
      if (delivery.isOnlyForPlace) throw new UndeliverableError("Discord refuses it there", { cause: error });
      return tellElsewhere(context, { place, delivery, error, showPrivately });
    }
  };
  return Object.assign(send, { toDm });
}
