import { drawsAside } from "./aside-rules.ts";
import type { List, MarkedWords } from "./marked-words.ts";
import { asksForSecret, hasBait } from "./secret-rules.ts";
import { affirmed, isReported } from "./spots.ts";

/** What a lure wants: a secret, or the person somewhere else; `address`: leads to a false page. */
export type LureKind = "secret" | "aside" | "address";

/** What the words of a sentence want; undefined if it is no lure. */
export function wantedBy(sentence: MarkedWords): Exclude<LureKind, "address"> | undefined {
  if (isReported(sentence)) return undefined;
  if (asksForSecret(sentence) || hasBait(sentence)) return "secret";
  return drawsAside(sentence) ? "aside" : undefined;
}

/** Whether a sentence has one of a list's expressions, is no report, and no "never" turns it. */
export function isAffirmed(sentence: MarkedWords, ...lists: readonly List[]): boolean {
  return !isReported(sentence) && lists.some((list) => affirmed(sentence, list).length > 0);
}
