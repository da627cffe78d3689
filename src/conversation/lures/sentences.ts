import { fold } from "../../lib/normalise.ts";
import { type FoundAddress, findAddresses } from "./find-addresses.ts";
import { toLetters } from "./plain-letters.ts";

/** A sentence of a message, with the addresses that stand in it. */
export interface Sentence {
  /** Folded words, and signs for what is no word. */
  readonly words: readonly string[];
  /** The same without disguise: other scripts, digits for letters, letters apart, signs within words. */
  readonly plainWords: readonly string[];
  readonly addresses: readonly FoundAddress[];
}

/** Stand for an address, a handle, a phone number and an amount of money; `pause` separates clauses. */
export const signs = { address: "§", handle: "¤", phone: "☎", money: "¢", pause: "," } as const;

/** A stop, but not that of a title: "Mr. Smith". */
const sentenceEnd = /(?<=[.!?…;])(?<!\b(?:mr|mrs|ms|dr)\.)\s+|[\n\r]+/iu;

/**
 * @param text without characters that can't be seen
 * @param ownHandles handles that may be written to, in small letters
 */
export function toSentences(text: string, ownHandles: ReadonlySet<string>): readonly Sentence[] {
  return armDomains(text)
    .split(sentenceEnd)
    .map((sentence) => {
      const addresses = findAddresses(sentence);
      const marked = markMoney(markPhones(markHandles(markAddresses(sentence, addresses), ownHandles)));
      return { words: toTokens(marked), plainWords: joinLetters(toTokens(undisguise(marked))), addresses };
    });
}

/** Writes out what a domain's dots were replaced by: "aws-x[.]help", "aws-x dot com", "hxxps". */
function armDomains(text: string): string {
  return text
    .replace(/[[({]\s?(?:\.|dot)\s?[\])}]/giu, ".")
    .replace(
      /(?<=[\p{L}\p{N}]) (?:dot|chấm|cham) (?=(?:com|net|org|help|info|top|vn|site|online|support|io|co|me)(?![\p{L}\p{N}]))/giu,
      ".",
    )
    .replace(/(?<![\p{L}\p{N}])hxxp(?=s?:\/\/)/giu, "http");
}

function markAddresses(sentence: string, addresses: readonly FoundAddress[]): string {
  let marked = "";
  let end = 0;
  for (const address of [...addresses].sort((a, b) => a.start - b.start)) {
    marked += `${sentence.slice(end, address.start)} ${signs.address} `;
    end = address.end;
  }
  return marked + sentence.slice(end);
}

const handle = /(?<![\p{L}\p{N}._%+@/-])@([\p{L}\p{N}_][\p{L}\p{N}_.-]{2,40})/gu;

function markHandles(sentence: string, own: ReadonlySet<string>): string {
  return sentence.replace(handle, (_, name: string) =>
    own.has(name.replace(/[.-]+$/, "").toLowerCase()) ? " " : ` ${signs.handle} `,
  );
}

const digits = /(?<![\p{L}\p{N}.,/#-])(?:\+\s?|\()?\d[\d ().-]{6,17}\d(?![\p{L}\p{N}-])/gu;
/** What has as many digits as a phone number: an account id, a day, an address of the network. */
const noPhone = /^(?:\d{4}-\d{4}-\d{4}|\d{4}-\d\d-\d\d.*|\d{1,3}(?:\.\d{1,3}){3}|[1-9]\d*)$/;

/** Marks phone numbers, and the label that stands for one in a stored event. */
function markPhones(sentence: string): string {
  return sentence.replaceAll("[phone number]", ` ${signs.phone} `).replace(digits, (found) => {
    const count = found.replace(/\D/g, "").length;
    return count < 8 || count > 15 || noPhone.test(found) ? found : ` ${signs.phone} `;
  });
}

const amount = String.raw`\d[\d.,]{0,12}`;
const units =
  "usd|usdt|dollars?|bucks|quid|eur|euros?|pounds?|inr|cành|lít|nghìn|ngàn|nghin|ngan|triệu|trieu|củ|đô|do|đồng|dong|vnd|vnđ|btc|eth";
const money = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:[$€£₹₫]\s?${amount}k?|${amount}(?:[$€£₹₫]|\s?(?:${units})|k|tr|đ|rs)(?![\p{L}\p{N}]))`,
  "giu",
);

function markMoney(sentence: string): string {
  return sentence.normalize("NFC").replace(money, ` ${signs.money} `);
}

function undisguise(marked: string): string {
  return marked
    .replace(/\S+/g, (word) => (/\p{L}/u.test(word) ? toLetters(word) : word))
    .replace(/(?<=\p{L})[._*|~'-]+(?=\p{L})/gu, "");
}

const token = /[\p{L}\p{N}]+|[§¤☎¢]|[,:()“”–—]|\s-\s/gu;
const maxWordLength = 40;

function toTokens(sentence: string): readonly string[] {
  return (fold(sentence).match(token) ?? []).map((found) =>
    /[\p{L}\p{N}§¤☎¢]/u.test(found) ? found.slice(0, maxWordLength) : signs.pause,
  );
}

/** "t e l e g r a m" becomes one word. */
function joinLetters(words: readonly string[]): readonly string[] {
  const joined: string[] = [];
  let isOpen = false;
  for (const word of words) {
    const isLetter = /^\p{L}$/u.test(word);
    if (isLetter && isOpen) joined.push(`${joined.pop() ?? ""}${word}`);
    else joined.push(word);
    isOpen = isLetter;
  }
  return joined;
}
