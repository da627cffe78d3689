import type { Detection } from "./detection.ts";
import { isAlphanumeric, isEverySort, isStrong, isTechnical, isUncommonWord } from "./secret-shapes.ts";

// Passwords that no word introduces directly: each word that may be one is judged by what stands around it.

/** A word of letters and digits at least, as long as passwords are. */
const candidate = /(?<!\S)(?=\D{0,40}\d)\S{6,64}(?!\S)/g;
const contextCharacters = 100;
const before = (words: string, ending = String.raw`["'“”‘’\x60*(:]{0,3}\s{0,2}["'“‘\x60*(]{0,2}`) =>
  new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${words})${ending}$`, "iu");
const small = String.raw`(?:\s{1,3}(?:in|it|as|my|the|a|mk|pass|password|mat khau|vao|vo|la|lai|cai|roi|thu|vay|nay|exactly|just|first|also|then|both)){0,4}\s{1,3}`;

const typed = before(
  `(?:typed|typing|tpyed|type|entered|entering|wrote|keyed|go|nhap|dien|danh|bam|oanh)${small}`,
  `["'“‘\\x60*(]{0,2}`,
);
const tried = before(
  `(?:tried|try|trying|used|use|using|put|had|thu|dung|xai|dat|de|luu)${small}`,
  `["'“‘\\x60*(]{0,2}`,
);
const changed = before(
  String.raw`(?:old|new|current|previous|former|cu|moi|first|second|correct|right|real|from|tu|not|khong phai|chu khong phai|dung la|wrong)(?:\s{1,3}(?:one|password|pass|mk|mat khau|is|was|la|the)){0,3}`,
  String.raw`\s{0,2}[:=>-]{0,2}\s{1,2}["'“‘\x60*(]{0,2}`,
);
/** Another one before it, and a word between them. */
const another =
  /(?<!\S)(\S{4,64}?)[,;.]?\s{1,3}(?:(?:or|and|then|but|to|into|as|hoac|hay|va|roi|sang|thanh|ma|chu|la|also|maybe|even|it is|it's|its|new|old|moi|cu|later|xong|->|=>|\/|\||&|,|-)[,:]?\s{1,3}){0,4}["'“‘`*(]{0,2}$/iu;
const addressBefore =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}["'>)*`]{0,2}(\s{0,3}[:/|;,-]\s{0,3}|[^\S\n]{1,3}|\s{0,3}\r?\n[\s>*-]{0,4})["'“‘`*(]{0,2}$/u;
const userBefore = /(?:^|[\s:("'`*“])[\p{L}\p{N}._-]{2,40}\s{1,3}[:/|]\s{1,3}["'“‘`*(]{0,2}$/u;
const passwordWords =
  /(?<![\p{L}\p{N}])(?:p[a@4][s$5]{1,3}[ _.-]?w[a-z0-9]{0,5}|pass|passcode|pwd?|psw|mat ?khau|m\.?k|logins?|log in|sign(?:ed)? in|creds?|credentials?|dang nhap|tk|tai khoan|acc|tried|typed|thu|go|nhap)(?![\p{L}\p{N}])/iu;
/** A name of a person or thing follows. */
const naming = before(
  "user ?names?|users?|named|called|role|group|policy|account|instance|bucket|ten|name|id|ticket|case|order|error|code|version|windows|region|step|page|model|serial",
  String.raw`\s{0,2}[:=]?\s{0,2}(?:(?:is|was|la)\s{1,2})?["'“‘\x60*(]{0,2}`,
);

/**
 * Passwords that stand alone, behind an address, behind "I typed", or beside another.
 * @param text without accents
 */
export function findLoosePasswords(text: string): readonly Detection<"password">[] {
  if (!/\d/.test(text)) return findAfterAddresses(text);
  let hasWords: boolean | undefined;
  const mentionsPasswords = () => {
    hasWords ??= passwordWords.test(text);
    return hasWords;
  };
  return [
    ...findAfterAddresses(text),
    ...[...text.matchAll(candidate)].flatMap(({ 0: word, index }) => {
      const value = word.replace(/^["'“”‘’`*([<{]+/, "");
      const start = index + word.length - value.length;
      const given = value.replace(/["'“”‘’`*)\]>},.;:?…]+$/, "");
      if (!isAlphanumeric(given)) return [];
      const context = {
        given,
        before: text.slice(Math.max(0, start - contextCharacters), start),
        isLine: isLine(text, index, index + word.length),
        mentionsPasswords,
      };
      return isPassword(context) ? [{ kind: "password" as const, start, end: start + value.length }] : [];
    }),
  ];
}

/** Joined to an address by a sign: anna@example.com:…, as lists of accounts have it. */
const joined =
  /(?<=(?<![\p{L}\p{N}._%+-])(?!git@)[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}[:|/;,])[^\s"'`<>]{4,64}/gu;

function findAfterAddresses(text: string): readonly Detection<"password">[] {
  if (!text.includes("@")) return [];
  return [...text.matchAll(joined)].flatMap(({ 0: given, index }) =>
    isUncommonWord(given) && !/^[~./\\]|\/|^\d+$/.test(given)
      ? [{ kind: "password", start: index, end: index + given.length }]
      : [],
  );
}

interface Context {
  readonly given: string;
  readonly before: string;
  /** Nothing else stands on its line. */
  readonly isLine: boolean;
  readonly mentionsPasswords: () => boolean;
}

function isPassword(context: Context): boolean {
  const { given, before: words, isLine: isAlone } = context;
  if (isTechnical(given)) return false;
  if (isEverySort(given)) return true;
  const address = addressBefore.exec(words)?.[1];
  if (address !== undefined) return isBehindAddress(context, address);
  if (naming.test(words)) return false;
  if (typed.test(words) || (/\d{4}/.test(given) && tried.test(words))) return true;
  if (isStrong(given) && (isAlone || tried.test(words) || userBefore.test(words))) return true;
  return context.mentionsPasswords() && isOneOfSeveral(given, words);
}

function isBehindAddress({ given, isLine: isAlone, mentionsPasswords }: Context, gap: string): boolean {
  return isStrong(given) || isAlone || /[:/|;\n-]/.test(gap) || mentionsPasswords();
}

/** The old one and the new one, the one and the other, the user's and then the password. */
function isOneOfSeveral(given: string, words: string): boolean {
  if (tried.test(words) || changed.test(words) || userBefore.test(words)) return true;
  const other = another.exec(words)?.[1];
  if (other === undefined || stem(other) === stem(given)) return false;
  return isAlphanumeric(other) || other.includes("[password]");
}

/** Users and machines with a number each have the same one. */
const stem = (given: string) => given.replace(/^\W+|\d{1,3}\W*$/g, "");

function isLine(text: string, start: number, end: number): boolean {
  return (
    /(?:^|\n)[\s>*-]{0,4}$/.test(text.slice(Math.max(0, start - 6), start)) &&
    /^\s{0,4}(?:\n|$)/.test(text.slice(end, end + 6))
  );
}
