import { drawsAside } from "./aside-rules.ts";
import type { List, MarkedWords } from "./marked-words.ts";
import { asksForSecret, hasBait } from "./secret-rules.ts";
import { affirmed, genuine, isReported } from "./spots.ts";

/** What a lure wants: a secret, or the person somewhere else; `address`: leads to a false page. */
export type LureKind = "secret" | "aside" | "address";

/** What the words of a sentence want; undefined if it is no lure. */
export function wantedBy(sentence: MarkedWords): Exclude<LureKind, "address"> | undefined {
  if (isReported(sentence)) return undefined;
  if (asksForSecret(sentence) || hasBait(sentence)) return "secret";
  return drawsAside(sentence) ? "aside" : undefined;
}

/** What a sentence of a message that warns wants: only what is asked for the writer counts, "send me", "DM me". */
export function wantedDespiteWarning(sentence: MarkedWords): Exclude<LureKind, "address"> | undefined {
  if (affirmed(sentence, "aside").length > 0) return "aside";
  const asksForWriter = affirmed(sentence, "give").length > 0;
  return asksForWriter && asksForSecret(sentence) ? "secret" : undefined;
}

/** Whether a message tells of a lure, or what to keep from strangers: "don't send anyone your code". */
export function isWarning(sentences: readonly MarkedWords[]): boolean {
  return sentences.some((sentence) => isReported(sentence) || forbids(sentence));
}

const forbidden: readonly List[] = ["give", "write", "contact", "bait", "payments", "aside"];

function forbids(sentence: MarkedWords): boolean {
  if (!sentence.has("strangers")) return false;
  return forbidden.some((list) => affirmed(sentence, list).length < genuine(sentence, list).length);
}

/** Whether a sentence has one of a list's expressions, is no report, and no "never" turns it. */
export function isAffirmed(sentence: MarkedWords, ...lists: readonly List[]): boolean {
  return !isReported(sentence) && lists.some((list) => affirmed(sentence, list).length > 0);
}
