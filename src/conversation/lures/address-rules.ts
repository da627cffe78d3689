import { toWords } from "../../lib/normalise.ts";
import type { FoundAddress } from "./find-addresses.ts";
import type { JudgeAddress } from "./judge-address.ts";
import type { List, MarkedWords } from "./marked-words.ts";
import { signs } from "./sentences.ts";
import { isReported, nevers } from "./spots.ts";
import { isAffirmed, type LureKind } from "./word-rules.ts";

/** What frightens or claims rights beside an address, in whatever sentence. */
const pressing: readonly List[] = ["threats", "authority"];

/** What the addresses of a sentence make of it: the words beside them count, and what presses in the whole message. */
export function createReadAddresses(
  judge: JudgeAddress,
  markWords: (words: readonly string[]) => MarkedWords,
) {
  const promisesItself = ({ path }: FoundAddress) => isAffirmed(markWords(toWords(path)), "promises");

  return (
    found: readonly FoundAddress[],
    sentence: MarkedWords,
    message: MarkedWords,
  ): Exclude<LureKind, "secret"> | undefined => {
    const kinds = new Set(found.map(judge));
    if (kinds.size === 0 || isReported(sentence) || isWarnedOf(sentence)) return undefined;
    if (kinds.has("imitation")) return "address";
    if (message.has("colleagues")) return undefined;
    if (kinds.has("chat")) return "aside";
    if (kinds.has("mailbox") && isAffirmed(message, "contact", "testimony", "reachable")) return "aside";
    const promises =
      isAffirmed(sentence, "promises", "offers") ||
      isAffirmed(message, ...pressing) ||
      found.some((address) => judge(address) === "anybodys" && promisesItself(address));
    if ((kinds.has("anybodys") || kinds.has("named")) && promises) return "address";
    return kinds.has("other") && isAffirmed(message, ...pressing) ? "address" : undefined;
  };
}

/** Whether a sentence tells not to follow its address: "don't click on ...". */
function isWarnedOf(sentence: MarkedWords): boolean {
  const { words } = sentence;
  const address = words.indexOf(signs.address);
  const pause = words.lastIndexOf(signs.pause, address);
  return nevers(sentence).some(({ start }) => start > pause && start < address);
}
