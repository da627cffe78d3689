import type { Knowledge } from "../../knowledge/knowledge.ts";
import { toWords } from "../../lib/normalise.ts";

/**
 * What a message says last, if it says several things: "the code came, but now the card is refused". People tell first how it
 * went.
 */
export type LaterPart = (text: string) => string | undefined;

/** Fewer words say nothing by themselves. */
const minWords = 3;

/** Finds the last sentence, or what follows the last of the words that lead on ("but", "now"). */
export function createLaterPart({ strings }: Knowledge): LaterPart {
  const onward = [...strings.values()].flatMap(({ followUps }) => followUps.onward);
  const ends = /(?<=[.!?…:])\s+/u.source;
  const words = onward.length > 0 ? `|[\\s,]+(?=(?:${onward.join("|")})\\s)` : "";
  const between = new RegExp(`${ends}${words}`, "iu");
  return (text) => {
    const parts = text
      .normalize("NFC")
      .split(between)
      .filter((part) => toWords(part).length >= minWords);
    return parts.length > 1 ? parts.at(-1) : undefined;
  };
}
