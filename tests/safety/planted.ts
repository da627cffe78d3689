import fc from "fast-check";
import type { Kind } from "../../src/safety/found.ts";

const upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const lower = upper.toLowerCase();
const digits = "0123456789";

function made(alphabet: string, length: number, longest = length): fc.Arbitrary<string> {
  return fc.string({
    unit: fc.constantFrom(...alphabet),
    minLength: length,
    maxLength: longest,
  });
}

const letters = upper + lower + digits;
const url = `${letters}-_`;
const base64 = `${letters}+/`;
const mixed = (text: string) => `aA1${text.slice(3)}`;

/** What is planted, and the words it is planted with. */
export interface Planted {
  readonly kind: Kind;
  readonly secret: string;
  readonly said: string;
}

const bare = (kind: Kind, secrets: fc.Arbitrary<string>): fc.Arbitrary<Planted> =>
  secrets.map((secret) => ({ kind, secret, said: secret }));

const told = (kind: Kind, intros: readonly string[], secrets: fc.Arbitrary<string>): fc.Arbitrary<Planted> =>
  fc
    .tuple(fc.constantFrom(...intros), secrets)
    .map(([intro, secret]) => ({ kind, secret, said: `${intro}${secret}` }));

const segment = (length: number, longest: number) => made(url, length, longest);

/** A number with its check digit, in groups of four. */
const cards = fc
  .tuple(
    fc.constantFrom("4", "51", "2221", "6011", "3530", "9704"),
    made(digits, 15),
    fc.constantFrom("", " ", "-"),
  )
  .map(([prefix, rest, gap]) => {
    const start = (prefix + rest).slice(0, 15);
    const check = [...digits].find((digit) => luhn(start + digit) === 0) ?? "";
    return (start + check).match(/.{4}/g)?.join(gap) ?? "";
  });

function luhn(number: string): number {
  let sum = 0;
  for (const [index, digit] of [...number].reverse().entries()) {
    const doubled = Number(digit) * 2;
    sum += index % 2 === 0 ? Number(digit) : Math.floor(doubled / 10) + (doubled % 10);
  }
  return sum % 10;
}

const passwords = made(`${letters}!@#%&*?`, 5, 16).map((text) => `${text}7x`);

/** A secret of any kind, as people paste or tell it. */
export const plantedSecrets: fc.Arbitrary<Planted> = fc.oneof(
  bare(
    "access-key",
    fc.tuple(fc.constantFrom("AKIA", "ASIA"), made(upper + digits, 16)).map((parts) => parts.join("")),
  ),
  told(
    "secret-key",
    ["aws_secret_access_key = ", "aws_secret_access_key=", "the secret key: ", "AKIAIOSFODNN7EXAMPLE "],
    made(base64, 40).map(mixed),
  ),
  bare(
    "token",
    made(base64, 110, 400).map((text) => `IQoJb3Jp${mixed(text)}==`),
  ),
  bare(
    "token",
    fc
      .tuple(fc.constantFrom("xoxb-", "xoxp-", "xoxe.xoxp-1-", "xapp-1-A"), made(`${letters}-`, 20, 80))
      .map(([prefix, rest]) => `${prefix}0${rest}`),
  ),
  bare(
    "token",
    fc
      .tuple(segment(23, 25), segment(6, 6), segment(27, 38))
      .map(([id, time, signature]) => `M${id}.${time}.${signature}`),
  ),
  bare(
    "webhook-url",
    fc
      .tuple(
        fc.constantFrom(
          "https://discord.com/api/webhooks/123456789012345678/",
          "https://discordapp.com/api/v10/webhooks/123456789012345678/",
          "https://hooks.slack.com/services/T00000000/B00000000/",
        ),
        segment(24, 68),
      )
      .map((parts) => parts.join("")),
  ),
  bare(
    "token",
    fc
      .tuple(fc.constantFrom("ghp_", "gho_", "ghs_", "github_pat_"), made(letters, 36, 82))
      .map((parts) => parts.join("")),
  ),
  bare(
    "token",
    fc.tuple(segment(20, 60), segment(20, 200), segment(20, 90)).map((parts) => `eyJ${parts.join(".")}`),
  ),
  bare(
    "private-key",
    made(`${base64}\n`, 100, 400).map(
      (body) => `-----BEGIN RSA PRIVATE KEY-----\n${body}\n-----END RSA PRIVATE KEY-----`,
    ),
  ),
  bare("card-number", cards),
  told(
    "password",
    [
      "my password is ",
      "my root password for aws is ",
      "Password: ",
      "pass: ",
      "pw=",
      "mật khẩu của tôi là ",
      "mật khẩu của em là ".normalize("NFD"),
      "mat khau la ",
      "mk la ",
      "mk: ",
    ],
    passwords,
  ),
  told(
    "one-time-code",
    ["code ", "the code is ", "OTP: ", "mã OTP là ", "ma xac minh la ", "mã xác minh gửi về máy là "],
    made(digits, 6).chain((code) => fc.constantFrom(code, `${code.slice(0, 3)} ${code.slice(3)}`)),
  ),
);

/** What is no secret but tells who somebody is. */
export const plantedPersonal: fc.Arbitrary<Planted> = fc.oneof(
  bare(
    "email",
    fc.emailAddress({ size: "small" }).filter((address) => /^[\w.+-]+@/.test(address)),
  ),
  bare(
    "account-id",
    made(digits, 12).map((id) => `7${id.slice(1)}`),
  ),
  bare(
    "phone",
    fc.constantFrom("+84912345678", "+84 912 345 678", "0912 345 678", "0912.345.678", "0912345678"),
  ),
  bare("phone", fc.constantFrom("+1 (123) 456-7890", "(123) 456-7890", "123-456-7890", "+44 20 7946 0958")),
  bare(
    "number",
    made(digits, 9, 11).map((number) => `3${number}`),
  ),
);

/** Sentences without a secret: what people write when a sign-in fails. */
export const innocent = [
  "my password is wrong",
  "my password is not working anymore",
  "it says the password is incorrect",
  "the password was changed by somebody",
  "password: invalid",
  "I forgot my password and the code never comes",
  "error code 404 on port 8080 since 2024",
  "mật khẩu là gì vậy",
  "mật khẩu của tôi bị sai",
  "mk là sai hoài ko vào dc",
  "không nhận được mã xác minh",
  "mã lỗi 500",
  "see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa.html",
  "I have 2 accounts, 10 users and 100 keys",
  "on 2026-11-20 at 10:30 it worked",
] as const;
