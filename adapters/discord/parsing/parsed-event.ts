import type { Incoming } from "../../../src/platform/incoming.ts";
import { channelId, conversationId, personId, placeKind, toAddress, type UserPlace } from "../place.ts";
import type { TextFile } from "./text-files.ts";

/** An event in the core's terms, and the place that its reply goes to. */
export interface ParsedEvent {
  readonly incoming: Incoming;
  readonly place: UserPlace;
  /** Attached texts, which belong to the question. */
  readonly files?: readonly TextFile[];
}

type PlaceField = "address" | "conversation" | "person" | "place";

/** An event from a place: that determines its address, conversation and person. */
export function toParsedEvent(place: UserPlace, event: Omit<Incoming, PlaceField>): ParsedEvent {
  const channel = channelId(place);
  const incoming: Incoming = {
    address: toAddress(place),
    conversation: conversationId(place),
    ...(channel !== undefined && { channel }),
    person: personId(place.user),
    place: placeKind(place),
    ...(place.kind === "direct" && { isOwnPlace: true }),
    ...event,
  };
  return { incoming, place };
}
