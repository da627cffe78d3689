import { below, type Random } from "../../bench/random.ts";
import { withTypos } from "../../bench/typos.ts";

/** Characters, and runs of them, that programs stumble over. */
const oddPieces = [
  "",
  " ",
  "\n",
  "\t",
  "\r\n",
  "\0",
  "\u0007\u001b[31m",
  "\ud800",
  "\udc00",
  "\ud83d",
  "🎉",
  "👩‍👩‍👧‍👦",
  "🇻🇳",
  "z̸̢͠a̵l̷g̸o̵",
  "a\u0300\u0301\u0302",
  "\u202eabc\u202c",
  "\u2066x\u2069",
  "\u200b\u200d\ufeff",
  "مرحبا",
  "שלום",
  "日本語のテキスト",
  "ក្រុមហ៊ុន",
  "Ａｂｃ１２３",
  "ﬁ ﷺ ½",
  "İıſß",
  "đĐ ư ơ",
  "１２３",
  "\u0085\u2028\u2029",
  "�",
];

/** Markup of platforms and programs, and what is aimed at them. */
const markup = [
  "@everyone @here <!channel> <!here>",
  "<@U123> <#C123|x> <@&99>",
  "```js\nlet x\n```",
  "*bold* _it_ ~no~ `code`",
  "**b** __u__ ||s|| > q\n- l\n# h\n1. x",
  "[x](https://evil.example) <https://a.example|b>",
  "<script>alert(1)</script>",
  "' OR 1=1; DROP TABLE event; --",
  "{{7*7}} #{x} {name} {limit} {time}",
  "$& $1 $` $'",
  "__proto__ constructor toString",
  "..\\..\\/../etc/passwd",
  '{"kind":"press","token":"1.home.-.en"}',
  '%s %n %00 \\u0000 \\n\\n\\"',
];

/** What looks like a secret or personal data. */
const secrets = [
  "my password is Tr0ub4dor&3",
  "mk la Hanoi2026!",
  "AKIAIOSFODNN7EXAMPLE",
  "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
  "code 123456",
  "ma otp 654 321",
  "4111 1111 1111 1111",
  "lan@example.com",
  "123456789012",
  "+84 912 345 678",
  "-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA7bq",
];

const shortReplies = [
  ..."2|#1|99|0|-1|1e9|no|yes|ok|thanks|still not working|vẫn không được|xong rồi, cảm ơn|English|Tiếng Việt".split(
    "|",
  ),
  ..."the second one|cái thứ hai|I don't know|không biết|human please|gặp người|not what I meant|help|menu".split(
    "|",
  ),
];

/** Lengths of long messages, in characters: around the limits of the platforms, and what they never send. */
const lengths = [300, 1999, 2001, 2900, 3001, 4001, 6001, 12_001, 16_001, 40_000, 100_000];

/** Makes texts that people, programs and attackers write. */
export function createTexts(phrases: readonly string[], random: Random): () => string {
  const pick = (list: readonly string[]) => list[below(list.length, random)] ?? "";
  const phrase = () => withTypos(pick(phrases), random);
  const anyCharacters = () =>
    String.fromCharCode(...Array.from({ length: below(60, random) }, () => below(0x10000, random)));
  const piece = (): string => {
    const roll = random();
    if (roll < 0.4) return phrase();
    if (roll < 0.55) return pick(oddPieces);
    if (roll < 0.7) return pick(markup);
    if (roll < 0.8) return pick(secrets);
    return roll < 0.9 ? pick(shortReplies) : anyCharacters();
  };
  const several = () =>
    Array.from({ length: 1 + below(8, random) }, piece).join(pick([" ", "\n", ". ", ", ", ""]));
  const long = () => {
    const unit = random() < 0.5 ? several() : piece() + pick([" ", "\n", ""]);
    const length = lengths[below(lengths.length, random)] ?? 0;
    return (unit === "" ? "\n" : unit).repeat(Math.ceil(length / Math.max(1, unit.length))).slice(0, length);
  };
  return () => {
    const roll = random();
    if (roll < 0.45) return phrase();
    if (roll < 0.6) return pick(shortReplies);
    if (roll < 0.75) return piece();
    return roll < 0.94 ? several() : long();
  };
}
