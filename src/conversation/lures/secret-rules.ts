import type { MarkedWords, Spot } from "./marked-words.ts";
import { affirmed, following, genuine, isDenied, near, without } from "./spots.ts";

/** How many words may stand between two that belong together, at most. */
const reach = { secret: 6, vagueSecret: 2, source: 5, toMe: 4, me: 1, picture: 6 } as const;

/** Whether a sentence asks for a secret by its own words alone. */
export function asksForSecret(sentence: MarkedWords): boolean {
  const secrets = secretsIn(sentence);
  const vague = genuine(sentence, "vagueSecrets");
  const [here, toMe] = [sentence.spots("here"), sentence.spots("toMe")];
  const follow = (first: readonly Spot[], second: readonly Spot[], distance: number) =>
    following(sentence, first, second, distance);
  const writes = affirmed(sentence, "write");
  const gives = givesIn(sentence);
  const handsOver = affirmed(sentence, "handOver");
  return (
    follow([...gives, ...affirmed(sentence, "ask")], secrets, reach.secret).length > 0 ||
    follow(gives, vague, reach.vagueSecret).length > 0 ||
    follow([...secrets, ...vague], handsOver, reach.secret).length > 0 ||
    follow(follow(writes, secrets, reach.secret), [...here, ...toMe], reach.toMe).length > 0 ||
    follow(follow(writes, vague, reach.vagueSecret), toMe, reach.vagueSecret).length > 0 ||
    follow(affirmed(sentence, "capture"), [...secrets, ...sentence.spots("resets")], reach.picture).length >
      0 ||
    needsSeveral(sentence, secrets)
  );
}

/** Whether a sentence offers what has no place in signing in: remote control, rights for a stranger, paid recovery. */
export function hasBait(sentence: MarkedWords): boolean {
  if (sentence.has("colleagues")) return false;
  const paid = sentence.has("promises") ? genuine(sentence, "payments") : [];
  return [...genuine(sentence, "bait"), ...genuine(sentence, "grants"), ...paid].some(
    (spot) => !isDenied(sentence, spot),
  );
}

/** The secrets of a sentence; a code is one beside the way it comes: "code ... sms". */
export function secretsIn(sentence: MarkedWords): readonly Spot[] {
  const sources = sentence.spots("sources");
  const codes = genuine(sentence, "vagueSecrets").filter((spot) =>
    near([spot], without(sources, [spot]), reach.source),
  );
  return [...genuine(sentence, "secrets"), ...codes];
}

/** "send me", and words of writing with the writer after them: "tell me". */
export function givesIn(sentence: MarkedWords): readonly Spot[] {
  const toWriter = following(sentence, affirmed(sentence, "write"), sentence.spots("me"), reach.me);
  return [...affirmed(sentence, "give"), ...toWriter];
}

/** "we need card number, expiry and CVC". */
function needsSeveral(sentence: MarkedWords, secrets: readonly Spot[]): boolean {
  const inOrder = [...secrets].sort((one, other) => one.start - other.start);
  const isApart = inOrder.some(({ start }) => start >= (inOrder[0]?.end ?? start + 1));
  if (!isApart) return false;
  return affirmed(sentence, "needs").length > 0;
}
