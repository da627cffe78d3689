import type { Posted } from "../../../src/platform/adapter.ts";
import { conversationId, toAddress, type UserPlace } from "../place.ts";

/** What was sent to a place. */
export function toPosted(place: UserPlace): Posted {
  return { address: toAddress(place), conversation: conversationId(place) };
}
