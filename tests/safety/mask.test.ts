import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { labels } from "../../src/safety/detection.ts";
import { findSecrets } from "../../src/safety/find-secrets.ts";
import { mask } from "../../src/safety/mask.ts";
import { propertyRuns } from "../support/property-runs.ts";
import { innocent, piecesOf, plantedByName, plantedPersonal, plantedSecrets } from "./planted.ts";

const words = fc.constantFrom(
  "I",
  "can't",
  "sign",
  "in",
  "tôi",
  "không",
  "vào",
  "được",
  "AWS:",
  "root,",
  "help.",
  "🔑",
);
const sentence = fc.array(words, { maxLength: 12 }).map((list) => list.join(" "));
const around = fc.tuple(sentence, fc.constantFrom(" ", "\n", ' "', " (")).map((parts) => parts.join(""));
const after = fc.tuple(fc.constantFrom(" ", "\n", ", ", '" ', ") "), sentence).map((parts) => parts.join(""));

describe("masking", () => {
  it.each([
    ["my key is AKIAIOSFODNN7EXAMPLE", "my key is [access key]"],
    ["aws_secret_access_key=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "aws_secret_access_key=[secret key]"],
    ["my password is hunter2, help", "my password is [password] help"],
    ["my password is Sunshine", "my password is [password]"],
    ['the password is "my dog is old"', 'the password is "[password]"'],
    ["tried password hunter22 twice", "tried password [password] twice"],
    ["mật khẩu của tôi là Abc@123 nhé", "mật khẩu của tôi là [password] nhé"],
    ["mk la abc123", "mk la [password]"],
    ["mã OTP là 123 456 mà không được", "mã OTP là [one-time code] mà không được"],
    ["I typed the code 123456 twice", "I typed the code [one-time code] twice"],
    ["my card 4111 1111 1111 1111 was charged", "my card [card number] was charged"],
    ["amex 3782-822463-10005", "amex [card number]"],
    ["write to anna.nguyen@example.com.", "write to [e-mail]."],
    ["account 1234-5678-9012", "account [account id]"],
    ["arn:aws:iam::123456789012:user/anna", "arn:aws:iam::[account id]:user/anna"],
    ["call +1 (123) 456-7890 or 0912 345 678", "call [phone number] or [phone number]"],
    ["order 30012345678", "order [number]"],
  ])("of %j gives %j", (text, masked) => {
    expect(mask(text)).toBe(masked);
  });

  it.each(Object.entries(plantedByName))("leaves nothing of a planted %s in any text", (_, planted) => {
    fc.assert(
      fc.property(around, planted, after, (before, { secret, said }, rest) => {
        const masked = mask(before + said + rest);
        expect(piecesOf(secret).filter((piece) => masked.includes(piece))).toEqual([]);
        expect(mask(masked)).toBe(masked);
      }),
      { numRuns: propertyRuns(100) },
    );
  });

  it("leaves no e-mail address, phone number, account id or long number", () => {
    fc.assert(
      fc.property(around, plantedPersonal, after, (before, { secret, said }, rest) => {
        expect(mask(before + said + rest)).not.toContain(secret);
      }),
      { numRuns: propertyRuns(200) },
    );
  });

  it("leaves none of several in a row", () => {
    const several = fc.array(fc.oneof(plantedSecrets, plantedPersonal), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(several, (planted) => {
        const masked = mask(planted.map(({ said }) => said).join("\n"));
        for (const { secret } of planted) expect(masked).not.toContain(secret);
      }),
      { numRuns: propertyRuns(200) },
    );
  });

  it("keeps every word of a text without any", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(sentence, fc.constantFrom(...innocent)), { maxLength: 5 }), (list) => {
        const text = list.join(". ");
        expect(mask(text)).toBe(text);
      }),
      { numRuns: propertyRuns(200) },
    );
  });

  it("of a masked text changes nothing", () => {
    const any = fc.oneof(
      plantedSecrets.map(({ said }) => said),
      plantedPersonal.map(({ said }) => said),
      fc.constantFrom(...innocent, ...Object.values(labels)),
      fc.string({ unit: "grapheme" }),
      fc.string({
        unit: fc.constantFrom("\u200b", "\u0301", "\\n", "ậ", "a", "1", ":", " ", "mk", "[", "]", "-"),
      }),
    );
    fc.assert(
      fc.property(fc.array(any, { maxLength: 6 }), fc.constantFrom(" ", "", "\n", "/"), (parts, gap) => {
        const masked = mask(parts.join(gap));
        expect(mask(masked)).toBe(masked);
      }),
      { numRuns: propertyRuns(300) },
    );
  });
});

describe("secrets", () => {
  it("of each kind are found as that kind, wherever they stand", () => {
    fc.assert(
      fc.property(around, plantedSecrets, after, (before, { kind, said }, rest) => {
        expect(findSecrets(before + said + rest).map((found) => found.kind)).toContain(kind);
      }),
      { numRuns: propertyRuns(300) },
    );
  });

  it.each([...innocent, "commit da39a3ee5e6b4b0d3255bfef95601890afd80709 broke it"])(
    "are none in %j",
    (text) => {
      expect(findSecrets(text)).toEqual([]);
    },
  );

  it("don't include what only tells who somebody is", () => {
    expect(findSecrets("anna@example.com, 0912 345 678, account 123456789012")).toEqual([]);
  });

  it("are given with their places, in order, without overlap", () => {
    expect(findSecrets("mk la abc123, code 123456")).toEqual([
      { kind: "password", start: 6, end: 13 },
      { kind: "one-time-code", start: 19, end: 25 },
    ]);
  });
});

describe("secrets glued to secrets", () => {
  it("are masked one after the other", () => {
    expect(mask("code 111111code 222222")).toBe("code [one-time code]code [one-time code]");
  });

  it.each(["code 111111", "+1234567"])("leave nothing where there is no end of them: %j", (unit) => {
    expect(mask(unit.repeat(20_000))).toBe("");
  });
});

describe("a megabyte", () => {
  const units = [
    ...["a", "ậ", "\u0301", "-", ".", "=", '"', "\n", " ", "1", "1 ", "0 1", "1-", "111 ", "4111 1111 "],
    ...["a@", "a@b.", "a.", "a-", "+1", "(0", "A1a/", "AKIA", "xoxb-", "ghp_", "github_pat_", "eyJ", "eyJa."],
    ...["eyJaaaaa.", "-----BEGIN ", "-----BEGIN PRIVATE KEY-----", "https://hooks.slack.com/services/"],
    ...["password ", "password:", "password is ", "password is\n", 'password "a', "mk la ", "pw x ", "mã "],
    ...[
      "\u200b",
      "a\u200b",
      "\\\\n",
      "ｐ",
      "4111.",
      "Aa1/\n",
      "-----END PRIVATE KEY-----",
      "IQoJb3JpZ2lu",
      "MIIEpAIBA",
    ],
    ...[
      "password to ",
      "password: '",
      "password for my ",
      "a1b2c3 is my password ",
      "token a b c ",
      "login a:",
    ],
    ...[
      "code 123456 ",
      "123456 is a b c d ",
      "1 2 3 4 5 6 ",
      "typed 123456 ",
      "sk-",
      "://a:b@",
      "hooks.slack.com/",
    ],
    ...["code ", "code a ", "otp a b c d ", "token: ", "aws_secret", "[password]", "[password] "],
    ...["a1b2c3d4 ", "a=", "a:", "name: a, value: ", "mysql a ", "curl -u a:", "net user a ", "a:1234:b:c:"],
    ...["user,password,", "a,password\n", "ab2d ", "a1b2c-", "BCDF-", "one ", "abandon ", "passphrase is a "],
    ...[
      "anna@example.com:a",
      "anna@example.com\n",
      "a / ",
      "I tried a1b2c3d4 and ",
      "passport is ",
      "DE89 3704 ",
    ],
    ...["А", "𝐩", "a1 B2 ", "x1y2 \n", "?token=", "--password ", "echo 'a' | ", "maiden name is ", "1, 2, "],
  ];
  it.each(units)("of %j is read to its end", (unit) => {
    expect(mask(mask(unit.repeat(200_000 / unit.length)))).toEqual(expect.any(String));
  });
});
