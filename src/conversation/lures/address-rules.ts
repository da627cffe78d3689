import { toWords } from "../../lib/normalise.ts";
import type { FoundAddress } from "./find-addresses.ts";
import type { AddressKind, JudgeAddress } from "./judge-address.ts";
import type { List, MarkedWords } from "./marked-words.ts";
import { signs } from "./sentences.ts";
import { isReported, nevers } from "./spots.ts";
import { isAffirmed, type LureKind } from "./word-rules.ts";

/** What frightens or claims rights beside an address, in whatever sentence. */
const pressing: readonly List[] = ["threats", "authority"];

/** An address's sentence, and the whole message. */
interface Surroundings {
  readonly sentence: MarkedWords;
  readonly message: MarkedWords;
}

/** What addresses make of a message; undefined if they are harmless there. */
export type ReadAddresses = (
  found: readonly FoundAddress[],
  around: Surroundings,
) => Exclude<LureKind, "secret"> | undefined;

export function createReadAddresses(
  judge: JudgeAddress,
  markWords: (words: readonly string[]) => MarkedWords,
): ReadAddresses {
  const promisesItself = ({ path }: FoundAddress) => isAffirmed(markWords(toWords(path)), "promises");

  const leadsAway = (kinds: ReadonlySet<AddressKind>, message: MarkedWords) =>
    kinds.has("chat") || (kinds.has("mailbox") && isAffirmed(message, "contact", "testimony", "reachable"));

  const leadsToFalsePage = (found: readonly FoundAddress[], { sentence, message }: Surroundings) => {
    const anybodys = found.filter((address) => judge(address) === "anybodys");
    const isSuspect = anybodys.length > 0 || found.some((address) => judge(address) === "named");
    if (isAffirmed(message, ...pressing))
      return isSuspect || found.some((address) => judge(address) === "other");
    return (isSuspect && isAffirmed(sentence, "promises", "offers")) || anybodys.some(promisesItself);
  };

  return (found, around) => {
    const { sentence, message } = around;
    const kinds = new Set(found.map(judge));
    if (kinds.size === 0 || isReported(sentence) || isWarnedOf(sentence)) return undefined;
    if (kinds.has("imitation")) return "address";
    if (message.has("colleagues")) return undefined;
    if (leadsAway(kinds, message)) return "aside";
    return leadsToFalsePage(found, around) ? "address" : undefined;
  };
}

/** Whether a sentence tells not to follow its address: "don't click on ...". */
function isWarnedOf(sentence: MarkedWords): boolean {
  const { words } = sentence;
  const address = words.indexOf(signs.address);
  const pause = words.lastIndexOf(signs.pause, address);
  return nevers(sentence).some(({ start }) => start > pause && start < address);
}
