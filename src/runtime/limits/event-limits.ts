import { createRateLimit, type Rate, type Verdict } from "../../lib/rate-limit.ts";
import { createRecentMap } from "../../lib/recent-map.ts";
import type { Incoming } from "../../platform/incoming.ts";
import type { LimitName } from "../../platform/outcome.ts";
import type { Clock } from "../../store/store.ts";
import { maxEventIds, maxKeys, pauseMs, rates } from "./rates.ts";

/**
 * Whether an event is let in. `tell`: it is the first that is too much, and whoever addressed the bot is told so once, for
 * themselves or for the whole channel. `quiet`: too much, without a word.
 */
type Admission =
  | { readonly kind: "admitted" }
  | { readonly kind: "tell"; readonly whose: "person" | "channel" }
  | { readonly kind: "quiet"; readonly because: string; readonly limit: LimitName };

/** Limits of what people and channels can ask of the bot. Cheap: it looks at no text and at no store. */
export interface EventLimits {
  /** An event that was let in before is let in again, and counts once. */
  admit(incoming: Incoming): Admission;
  /** Counts an answer that nobody asked for. */
  countUnasked(incoming: Incoming): void;
}

const admitted: Admission = { kind: "admitted" };

export function createEventLimits(now: Clock): EventLimits {
  const limit = (rate: Rate) => createRateLimit({ rate, pauseMs, now, maxKeys });
  const person = limit(rates.person);
  const channel = limit(rates.channel);
  const overheardPerson = limit(rates.overheardPerson);
  const overheardChannel = limit(rates.overheardChannel);
  const unasked = limit(rates.unasked);
  const known = createRecentMap<true>(maxEventIds);

  const admitAddressed = (incoming: Incoming): Admission => {
    // The person comes first, so that the events they are refused take nothing from their channel.
    const ofPerson = person.take(incoming.person);
    if (ofPerson !== "allowed") return refuse(ofPerson, "person");
    if (incoming.place === "private") return admitted;
    const ofChannel = channel.take(channelOf(incoming));
    return ofChannel === "allowed" ? admitted : refuse(ofChannel, "channel");
  };

  const admitOverheard = (incoming: Incoming): Admission => {
    const place = channelOf(incoming);
    if (incoming.mode !== undefined && unasked.isExhausted(place))
      return { kind: "quiet", because: "enough was said unasked in this channel", limit: "unasked" };
    const isTooMuch =
      overheardPerson.take(incoming.person) !== "allowed" || overheardChannel.take(place) !== "allowed";
    if (!isTooMuch) return admitted;
    return { kind: "quiet", because: "too much at once, and nobody asked the bot", limit: "overheard" };
  };

  return {
    admit: (incoming) => {
      if (known.get(incoming.id)) return admitted;
      const admission = incoming.addressed ? admitAddressed(incoming) : admitOverheard(incoming);
      if (admission.kind === "admitted") known.set(incoming.id, true);
      return admission;
    },
    countUnasked: (incoming) => void unasked.take(channelOf(incoming)),
  };
}

function channelOf({ channel, conversation }: Incoming): string {
  return channel ?? conversation;
}

function refuse(verdict: Exclude<Verdict, "allowed">, whose: "person" | "channel"): Admission {
  if (verdict === "over") return { kind: "tell", whose };
  return { kind: "quiet", because: `too much at once from the ${whose}`, limit: whose };
}
