import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { HiddenLink } from "../../platform/incoming.ts";
import { toVisibleText } from "../../safety/readable-text.ts";
import { createReadAddresses } from "./address-rules.ts";
import { readLink } from "./find-addresses.ts";
import { createJudgeAddress } from "./judge-address.ts";
import { createMarkWords, type MarkedWords } from "./marked-words.ts";
import { wantedByAll } from "./message-rules.ts";
import { type Sentence, signs, toSentences } from "./sentences.ts";
import { isReported } from "./spots.ts";
import { isWarning, type LureKind, wantedBy, wantedDespiteWarning } from "./word-rules.ts";

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
  const markWords = createMarkWords([...strings.values()].map(({ lureWords }) => lureWords));
  const readAddresses = createReadAddresses(createJudgeAddress(addresses), markWords);
  const handles = new Set(addresses.handles.map((name) => name.toLowerCase()));

  const readSentence = (sentence: Sentence, message: MarkedWords): LureKind | undefined => {
    const marked = markWords(sentence.words);
    return (
      readAddresses(sentence.addresses, { sentence: marked, message }) ??
      wantedBy(marked) ??
      wantedBy(markWords(sentence.plainWords))
    );
  };

  const despiteWarning = (sentences: readonly Sentence[]): LureKind | undefined => {
    for (const { words } of sentences) {
      const lure = wantedDespiteWarning(markWords(words));
      if (lure) return lure;
    }
    return undefined;
  };

  return ({ text, links = [] }) => {
    const readable = toVisibleText(text.slice(0, maxReadCharacters));
    const whole = markWords(toSentences(readable, handles).flatMap(({ words }) => words));
    if (whole.has("doubts")) return undefined;
    const read = whole.has("reported") ? withoutQuotes(readable) : readable;
    const all = toSentences(read, handles);
    const sentences = all.filter(({ words }) => !isReported(markWords(words)));
    if (isWarning(all.map(({ words }) => markWords(words)))) return despiteWarning(sentences);
    const message = markWords(joined(sentences.map(({ words }) => words)));
    for (const sentence of sentences) {
      const lure = readSentence(sentence, message);
      if (lure) return lure;
    }
    const found = links.flatMap(({ url, label }) => readLink(url, label) ?? []);
    return (
      readAddresses(found, { sentence: message, message }) ??
      wantedByAll(message) ??
      wantedByAll(markWords(joined(sentences.map(({ plainWords }) => plainWords))))
    );
  };
}

/** The sentences as one, each a clause of it. */
function joined(sentences: readonly (readonly string[])[]): readonly string[] {
  return sentences.flatMap((words) => [...words, signs.pause]);
}

/** What somebody only quotes, as a line behind > or within quotation marks. */
function withoutQuotes(text: string): string {
  return text.replace(/^\s*>.*$/gmu, " ").replace(/["“”„«»][^"“”„«»\n]{1,500}["“”„«»]/gu, " ");
}
