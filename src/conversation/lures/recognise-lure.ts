import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { HiddenLink } from "../../platform/incoming.ts";
import { toVisibleText } from "../../safety/readable-text.ts";
import { type FoundAddress, readLink } from "./find-addresses.ts";
import { createJudgeAddress } from "./judge-address.ts";
import { type Sentence, signs, toSentences } from "./sentences.ts";
import { createMarkWords, isAffirmed, type LureKind, type MarkedWords, wantedBy } from "./word-rules.ts";

/** A message as somebody wrote it. */
interface ReplyText {
  readonly text: string;
  /** Links whose words hide their address. */
  readonly links?: readonly HiddenLink[] | undefined;
}

/** What a reply to somebody in trouble wants of them, if it is what swindlers write; undefined otherwise. Pure. */
export type RecogniseLure = (reply: ReplyText) => LureKind | undefined;

/** Longer texts are cut: what lures is short, and says it early. */
const maxReadCharacters = 4000;

/** By the word lists of all languages and the addresses of the knowledge. */
export function createRecogniseLure({ strings, addresses }: Knowledge): RecogniseLure {
  const judge = createJudgeAddress(addresses);
  const markWords = createMarkWords([...strings.values()].map(({ lureWords }) => lureWords));
  const handles = new Set(addresses.handles.map((name) => name.toLowerCase()));
  const names = new Set(addresses.names);

  const falseAddressIn = (found: readonly FoundAddress[], words: MarkedWords): LureKind | undefined => {
    const kinds = new Set(found.map(judge));
    if (kinds.size === 0 || words.has("reported") || isWarnedOf(words)) return undefined;
    if (kinds.has("imitation")) return "address";
    if (kinds.has("chat") && !words.has("colleagues")) return "aside";
    if (kinds.has("mailbox") && isAffirmed(words, "contact")) return "aside";
    const promises = isAffirmed(words, "promises") && words.words.some((word) => names.has(word));
    return kinds.has("anybodys") && promises ? "address" : undefined;
  };

  const readSentence = ({ words, plainWords, addresses: found }: Sentence): LureKind | undefined => {
    const marked = markWords(words);
    return falseAddressIn(found, marked) ?? wantedBy(marked) ?? wantedBy(markWords(plainWords));
  };

  return ({ text, links = [] }) => {
    const readable = toVisibleText(text.slice(0, maxReadCharacters));
    const whole = markWords(toSentences(readable, handles).flatMap(({ words }) => words));
    if (whole.has("doubts")) return undefined;
    const sentences = toSentences(whole.has("reported") ? withoutQuotes(readable) : readable, handles);
    const found = links.flatMap(({ url, label }) => readLink(url, label) ?? []);
    for (const sentence of sentences) {
      const lure = readSentence(sentence);
      if (lure) return lure;
    }
    return falseAddressIn(found, whole);
  };
}

/** Whether a sentence tells not to follow its address: "don't click on ...". */
function isWarnedOf({ words, spots }: MarkedWords): boolean {
  const address = words.indexOf(signs.address);
  const pause = words.lastIndexOf(signs.pause, address);
  return spots("never").some(({ start }) => start > pause && start < address);
}

/** What somebody only quotes, as a line behind > or within quotation marks. */
function withoutQuotes(text: string): string {
  return text.replace(/^\s*>.*$/gmu, " ").replace(/["“”„«»][^"“”„«»\n]{1,500}["“”„«»]/gu, " ");
}
