import type { MarkedWords, Spot } from "./marked-words.ts";
import { signs } from "./sentences.ts";
import { affirmed, genuine, isDenied, near, negationWithin, signSpots } from "./spots.ts";

/** How many words may stand between two that belong together, at most. */
const reach = { messenger: 7, handle: 7, number: 2, nearNegation: 6 } as const;

/** Whether a sentence asks to go on somewhere else. */
export function drawsAside(sentence: MarkedWords): boolean {
  const { words, has } = sentence;
  const isNegated = negationWithin(sentence, reach.nearNegation);
  if (genuine(sentence, "aside").some((spot) => !isNegated(spot))) return true;
  const contacts = affirmed(sentence, "contact");
  const messengers = genuine(sentence, "messengers").filter((spot) => !isDenied(sentence, spot));
  const handles = signSpots(words, signs.handle);
  const phones = phonesIn(sentence);
  if (near(contacts, handles, reach.handle)) return true;
  if (has("colleagues")) return false;
  return (
    near(contacts, messengers, reach.messenger) ||
    (messengers.length > 0 && handles.length + phones.length > 0) ||
    (has("hotline") && phones.length > 0)
  );
}

/** Whether a message praises a helper and says how to reach them, over several sentences. */
export function recommends(message: MarkedWords): boolean {
  const { words, has } = message;
  if (has("colleagues")) return false;
  const praised = affirmed(message, "testimony").length > 0;
  const helpers = genuine(message, "helpers");
  const reachable = affirmed(message, "reachable");
  const messengers = genuine(message, "messengers").filter((spot) => !isDenied(message, spot));
  const ways = [...messengers, ...signSpots(words, signs.handle), ...phonesIn(message)];
  return (
    (reachable.length > 0 && (praised || helpers.length > 0)) ||
    (praised && ways.length > 0) ||
    (helpers.length > 0 && ways.length > 0 && affirmed(message, "contact").length > 0) ||
    (has("hotline") && phonesIn(message).length > 0)
  );
}

function phonesIn(sentence: MarkedWords): readonly Spot[] {
  return signSpots(sentence.words, signs.phone).filter((spot) => !isDenied(sentence, spot));
}
