import type { Detection } from "../detection.ts";

// Secrets that are made of words: seed phrases of wallets (BIP 39) and passphrases.

type WordSecret = Detection<"password">;

/** English words that hold sentences together, none of which is in BIP 39's list. */
const joining =
  "a|an|am|and|are|as|at|be|been|being|but|by|cannot|cant|could|did|didnt|do|does|doesnt|dont|for|from|get|gets|got|had|has|he|her|him|his|how|i|if|im|in|is|isnt|it|its|ive|me|my|no|not|of|on|or|our|please|she|should|so|some|than|thanks|the|their|them|these|to|too|us|was|wasnt|we|were|which|who|whose|why|with|wont|would|every|day|days|week|month|login|log|email|says|works|working|fails|failed|required|needed|changed|expired|forgotten|least|characters|password|aws|root|iam|anymore|since|everything|anything|something|tell|told|much|many|accepted|rejected|correctly";
/** Words of sentences that may as well be one of a phrase. */
const usual =
  "still|need|because|after|before|when|what|where|while|into|any|next|time|times|year|today|again|only|even|never|always|sign|page|account|user|wrong|reset|change|have|you|your|they|that|this|there|here|will|can|just|right|now|over|then|help|hi|hello|invalid|lost|unknown|different|same|set|must|contain";
const sentenceWord = new RegExp(`^(?:${joining}|${usual})$`, "i");
const joiningWord = new RegExp(`^(?:${joining})$`, "i");
/** A syllable of Vietnamese without accents, of which every phrase in it is made. */
const syllable =
  /^(?:[bcdghklmnpqrstvx]|ch|gh|gi|kh|ngh?|nh|ph|qu|th|tr)?[aeiouy]{1,3}(?:[cmnpt]|ch|ng|nh)?$/;

/** Twelve words or more in a row, perhaps with numbers or commas between. */
const rows =
  /(?<![\p{L}\p{N}'’])[a-z]{3,8}(?:(?:[ ,;]{1,3}|[ ,]{0,2}\r?\n ?)(?:\d{1,2}[.):]? ?)?[a-z]{3,8}){11,}(?![\p{L}\p{N}'’])/gu;
const minRow = 12;

const passphrase =
  "(?:pass ?-?phrase|(?:seed|recovery|secret|wallet|backup|mnemonic)(?: recovery)? ?phrase|mnemonic|seed words|cum mat khau|cum tu (?:khoi phuc|bi mat))";
const password = "(?:pass ?words?|passwd|pwd|pass|mat khau|mk|mat ma)";
const owner = String.raw`(?:[^\S\n]{1,2}(?:for|of|to|my|the|root|aws|cua|em|minh|toi|anh|chi|nay|cu|moi|here|now|wallet)){0,4}`;
const lead = String.raw`${owner}[*"'“]{0,2}(?:\s{0,3}[:=]\s{0,3}|\s{1,3}(?:is|was|la)[\s:]{1,3})[*"'“]{0,2}`;
const introduced = {
  certain: new RegExp(String.raw`(?<![\p{L}\p{N}])${passphrase}${lead}`, "giu"),
  likely: new RegExp(String.raw`(?<![\p{L}\p{N}])${password}${lead}`, "giu"),
} as const;
const words = /[\p{L}]{2,12}(?:[ ,-]{1,2}[\p{L}]{2,12}){2,30}/uy;

const anyName = /phrase|mnemonic|seed|pass|pwd|mat khau|mat ma|mk|cum/i;
/** Twelve words of three letters. */
const minRowLength = 47;

/**
 * Phrases of words that open something.
 * @param text without accents
 */
export function findWordSecrets(text: string): readonly WordSecret[] {
  const found =
    text.length < minRowLength
      ? []
      : [...text.matchAll(rows)].flatMap(({ 0: row, index }) => phraseIn(row, index));
  if (!anyName.test(text)) return found;
  return [...found, ...after(text, introduced.certain, 3, 1), ...after(text, introduced.likely, 4, 0)];
}

/** The longest run of words that no sentence holds together. */
function phraseIn(row: string, index: number): readonly WordSecret[] {
  const all = [...row.matchAll(/[a-z]+/g)];
  const found: WordSecret[] = [];
  let first = 0;
  for (let at = 0; at <= all.length; at += 1) {
    if (at < all.length && !joiningWord.test(all[at]?.[0] ?? "")) continue;
    const run = all.slice(first, at);
    if (isPhrase(run.map(([word]) => word))) {
      const [begin, last] = [run[0], run.at(-1)];
      if (begin && last)
        found.push({
          kind: "password",
          start: index + begin.index,
          end: index + last.index + last[0].length,
        });
    }
    first = at + 1;
  }
  return found;
}

function isPhrase(run: readonly string[]): boolean {
  if (run.length < minRow) return false;
  return run.filter((word) => syllable.test(word)).length * 5 < run.length * 2;
}

/** The words behind a name: up to the first that goes on with the sentence. */
function after(text: string, intro: RegExp, minWords: number, allowed: number): readonly WordSecret[] {
  return [...text.matchAll(intro)].flatMap(({ 0: name, index }) => {
    const start = index + name.length;
    words.lastIndex = start;
    const run = words.exec(text)?.[0] ?? "";
    const all = [...run.matchAll(/\p{L}+/gu)];
    const stop = all.findIndex(([word], at) => sentenceWord.test(word) && at >= allowed);
    const phrase = stop < 0 ? all : all.slice(0, stop);
    const last = phrase.at(-1);
    const isVietnamese =
      phrase.filter(([word]) => syllable.test(word.toLowerCase())).length * 2 > phrase.length;
    if (!last || phrase.length < minWords || (isVietnamese && allowed === 0)) return [];
    return [{ kind: "password", start, end: start + last.index + last[0].length }];
  });
}
