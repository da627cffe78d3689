import type { Incoming } from "../../../src/platform/incoming.ts";
import {
  channelId,
  conversationId,
  isDmPlace,
  personId,
  placeKind,
  type SlackPlace,
  toAddress,
} from "../place.ts";

/** An event in the core's terms, and the place that its reply goes to. */
export interface ParsedEvent {
  readonly incoming: Incoming;
  readonly place: SlackPlace;
}

interface EventOrigin {
  readonly team: string;
  readonly place: SlackPlace;
}

type PlaceField = "address" | "conversation" | "person" | "place";

/** An event from a place: that determines its address, conversation and person. */
export function toParsedEvent({ team, place }: EventOrigin, event: Omit<Incoming, PlaceField>): ParsedEvent {
  const channel = channelId(team, place);
  const incoming: Incoming = {
    address: toAddress(place),
    conversation: conversationId(team, place),
    ...(channel !== undefined && { channel }),
    person: personId(team, place.user),
    place: placeKind(place),
    ...(isDmPlace(place) && { isOwnPlace: true }),
    ...event,
  };
  return { incoming, place };
}
