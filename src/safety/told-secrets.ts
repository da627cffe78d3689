import type { Found, Kind } from "./found.ts";

// Secrets that have no form of their own: what tells them is the words before.
// Vietnamese is typed with and without accents, and its accents come composed or as marks of their own.

const passwordWords = String.raw`passwords?|passwd|passcode|passphrase|pass|pwd|pw|m[aậâạ]\p{M}{0,2}t[ ]?(?:kh[aẩâấả]\p{M}{0,2}u|m[aã]\p{M}?)|mk`;
const secretWords = `(?:aws_)?secret(?:[ _-]?(?:access[ _-]?)?key)?|(?:aws_)?session[ _-]?token|api[ _-]?key|token`;
const between = String.raw`(?:[^\S\n]{1,3}\p{L}(?:[\p{L}\p{M}\d'’@_-]|\.(?=[\p{L}\d])){0,40}){0,5}?`;
const says = String.raw`\s{0,5}(?:[:=]|-+>|(?<=\s)(?:is|was|l[aà]\p{M}?)(?=\s))[\s:=]{0,5}`;

const intros: readonly {
  readonly kind: Kind;
  readonly pattern: RegExp;
  readonly isSecret: (value: string) => boolean;
}[] = [
  { kind: "password", pattern: intro(passwordWords + between + says), isSecret: isNoRemark },
  // "password hunter22": without a word between, only what no word looks like.
  { kind: "password", pattern: intro(String.raw`(?:${passwordWords})\s{1,5}`), isSecret: isMadeUp },
  {
    kind: "token",
    pattern: intro(String.raw`(?:${secretWords})["']?\s{0,5}(?:[:=]|(?<=\s)is(?=\s))\s{0,5}`),
    isSecret: isLongAndMadeUp,
  },
];

function intro(source: string): RegExp {
  const [words = "", ...rest] = source.split(between);
  const whole = rest.length > 0 ? `(?:${words})${between}${rest.join(between)}` : source;
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${whole}`, "giu");
}

/** What somebody says is their password ("my password is …", "mk la …") or another secret by its name. */
export function findToldSecrets(text: string): readonly Found[] {
  return intros.flatMap(({ kind, pattern, isSecret }) => {
    const found: Found[] = [];
    const search = new RegExp(pattern);
    while (search.exec(text)) {
      const value = valueAt(text, search.lastIndex);
      if (!isSecret(value.text)) continue;
      found.push({ kind, start: value.start, end: value.end });
      search.lastIndex = value.end;
    }
    return found;
  });
}

/** Within quotes up to where they close, or else up to the next space. */
const value = /(?<open>["'“‘«`])(?<quoted>[^"'”’»`\n]{1,100})["'”’»`]|\S+/y;

function valueAt(
  text: string,
  at: number,
): { readonly text: string; readonly start: number; readonly end: number } {
  const search = new RegExp(value);
  search.lastIndex = at;
  const found = search.exec(text);
  if (!found) return { text: "", start: at, end: at };
  const { quoted } = found.groups ?? {};
  if (quoted === undefined) return { text: found[0], start: at, end: at + found[0].length };
  return { text: quoted, start: at + 1, end: at + 1 + quoted.length };
}

/** Words that follow "password is" and "mật khẩu là" without being one, without accents. */
const remarks: ReadonlySet<string> = new Set(
  `a about accepted again all already also always an and any apparently at bad because being blank both but by can
  cannot case changed clearly completely compromised correct definitely denied different either empty even
  exactly expired fine for forgotten from gone good got good hacked has i if in incorrect invalid is it its just
  known leaked long lost maybe me mine missing my needed never new no none not nothing now of ok okay old on one
  only or our out outdated over perfectly probably really rejected required reset right same saved set short
  simple simply so some something still stolen strong stuck supposed that the their there they this to too
  totally true under unknown up useless valid very way weak what which why with working wrong yes you your
  password pass email user username aws root iam account login console code mfa
  ai bi cai chi chinh chua co con cu cua da dang dau day de do dung em gi het hoan ho k khac khong khi kieu ko
  la lam luon luc mai mat mk moi minh mot nao nay ngay nhu nhung no o qua quen ra roi sai sao tai the thi toi
  tren trong tu va van vay vi voi vua y`.split(/\s+/),
);
const remarkEndings = /(?:ed|ing|ly|able|n't|nt)$/;
const longestRemark = 20;

function isNoRemark(given: string): boolean {
  const word = given
    .slice(0, longestRemark + 10)
    .normalize("NFKD")
    .replace(/[\p{M}]|^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu, "")
    .toLowerCase()
    .replaceAll("đ", "d")
    .replaceAll("’", "'");
  if (word.length > longestRemark) return true;
  if (word === "") return given.length > longestRemark;
  return !remarks.has(word) && !(remarkEndings.test(word) && /^[a-z'-]+$/.test(word));
}

function isMadeUp(given: string): boolean {
  return given.length >= 6 && /\d/.test(given) && /\p{L}/u.test(given);
}

function isLongAndMadeUp(given: string): boolean {
  return given.length >= 16 && isMadeUp(given);
}
