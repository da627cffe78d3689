import { recommends } from "./aside-rules.ts";
import type { MarkedWords, Spot } from "./marked-words.ts";
import { givesIn, secretsIn } from "./secret-rules.ts";
import { signs } from "./sentences.ts";
import { affirmed, following, genuine, isDenied, signSpots } from "./spots.ts";
import type { LureKind } from "./word-rules.ts";

/** How many words may stand between two that belong together, at most. */
const reach = { secret: 8, named: 16 } as const;

/** What the sentences of a message want together, where none of them does alone; undefined if it is no lure. */
export function wantedByAll(message: MarkedWords): Exclude<LureKind, "address"> | undefined {
  if (asksWithOffer(message) || asksForNamed(message) || isForPay(message)) return "secret";
  if (praisesService(message)) return "secret";
  return recommends(message) ? "aside" : undefined;
}

/** "Paste the code ... so I can push it through"; "AWS billing here ... your password". */
function asksWithOffer(message: MarkedWords): boolean {
  const takes = ["offers", "authority"] as const;
  const hasTaker = takes.some((list) => affirmed(message, list).length > 0);
  const requests = [
    ...givesIn(message),
    ...(["write", "ask", "needs"] as const).flatMap((list) => affirmed(message, list)),
  ];
  const follow = (second: readonly Spot[]) => following(message, requests, second, reach.secret).length > 0;
  if (hasTaker && follow(secretsIn(message))) return true;
  return (hasTaker || message.has("toMe")) && follow(message.spots("resets"));
}

/** "A code will reach you. Reply with it here"; "your password, do you still know it? send me". */
function asksForNamed(message: MarkedWords): boolean {
  const named = [...secretsIn(message), ...genuine(message, "vagueSecrets")];
  const asked = [
    ...affirmed(message, "handOver"),
    ...givesIn(message).filter((spot) => endsClause(message, spot)),
  ];
  return asked.some(({ start }) =>
    named.some((secret) => secret.end <= start && start - secret.end <= reach.named),
  );
}

function endsClause({ words }: MarkedWords, { end }: Spot): boolean {
  const next = words[end];
  return next === undefined || next === signs.pause;
}

/** "$50 and it's done by tonight". */
function isForPay(message: MarkedWords): boolean {
  if (message.has("colleagues")) return false;
  const paid = genuine(message, "payments").filter((spot) => !isDenied(message, spot));
  const amounts = signSpots(message.words, signs.money).filter((spot) => !isDenied(message, spot));
  const isDone = affirmed(message, "deals").length > 0;
  if (isDone) return paid.length + amounts.length > 0;
  return paid.length > 0 && affirmed(message, "promises").length > 0;
}

/** "A service called ... gets it done". */
function praisesService(message: MarkedWords): boolean {
  if (message.has("colleagues")) return false;
  return genuine(message, "helpers").length > 0 && affirmed(message, "deals").length > 0;
}
