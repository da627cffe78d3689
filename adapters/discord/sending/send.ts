import type { Posted } from "../../../src/platform/adapter.ts";
import type { DiscordPlace } from "../place.ts";
import { readApiFailure } from "./api-failure.ts";
import type { Delivery } from "./delivery.ts";
import { postDm } from "./post-dm.ts";
import { postPrivately } from "./post-privately.ts";
import { postToPlace } from "./post-to-place.ts";
import type { SendContext } from "./send-context.ts";

/** Sends answers as messages, which works at any later time. */
export interface Send {
  /** @returns where the answer went; undefined if nobody can continue the conversation there */
  (place: DiscordPlace, delivery: Delivery): Promise<Posted | undefined>;
  /**
   * Sends to a person's DM.
   * @throws DiscordAPIError if their DMs are closed
   */
  toDm(user: string, delivery: Delivery): Promise<Posted>;
}

export function createSend(context: SendContext): Send {
  const { rest, log } = context;
  const toDm: Send["toDm"] = (user, delivery) => postDm(rest, user, delivery);

  const send = async (place: DiscordPlace, delivery: Delivery): Promise<Posted | undefined> => {
    if (place.kind === "board") return postToPlace(context, place, delivery);
    if (place.kind !== "direct" && delivery.audience !== "all") {
      return postPrivately(context, place, delivery);
    }
    try {
      return await postToPlace(context, place, delivery);
    } catch (error) {
      if (readApiFailure(error) !== "channelUnavailable") throw error;
      log.info({ err: error, channel: place.channel }, "discord: answer sent to DM instead");
      return toDm(place.user, delivery);
    }
  };
  return Object.assign(send, { toDm });
}
