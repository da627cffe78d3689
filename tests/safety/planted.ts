import fc from "fast-check";
import type { DetectionKind, SecretKind } from "../../src/safety/detection.ts";

const upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const lower = upper.toLowerCase();
const digits = "0123456789";
const letters = upper + lower + digits;
const url = `${letters}-_`;
const base64 = `${letters}+/`;

function made(alphabet: string, length: number, longest = length): fc.Arbitrary<string> {
  return fc
    .array(fc.constantFrom(...alphabet), { minLength: length, maxLength: longest })
    .map((list) => list.join(""));
}

const joined = (...parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts).map((all) => all.join(""));
const begun = (prefixes: readonly string[], rest: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  joined(fc.constantFrom(...prefixes), rest);
const mixed = (text: string) => `aA1${text.slice(3)}`;

/** What is planted, and the words it is planted with. */
export interface Planted<K extends DetectionKind = DetectionKind> {
  readonly kind: K;
  readonly secret: string;
  readonly said: string;
}

/** How people say what is told by its own form: … is where it stands. */
const sentences = [
  ...[
    "…",
    "my key is …, what now?",
    "I posted … by mistake",
    "it says invalid: …",
    "(…)",
    "`…`",
    "*…*",
    "“…”",
  ],
  ...["em lỡ dán … lên đây rồi ạ", "cái này là … đúng ko", "cho em hoi … bi loi", "lỗi:\n…\nlà sao vậy mn"],
];
const secretKeySaid = [
  ...["aws_secret_access_key = …", "AWS_SECRET_ACCESS_KEY=…", "the secret key: …", "AKIAIOSFODNN7EXAMPLE …"],
  ...["secret access key\n…", "khoá bí mật là …", "secret key của em là …", "secret key la … ma ko duoc"],
];
const passwordSaid = [
  ...[
    "my password is …",
    "my root password for aws is …",
    "Password: …",
    "pass: …",
    "pw=…",
    "password …, help",
  ],
  ...[
    "I changed my password to …",
    "**Password:** …",
    '{"password": "…"}',
    "password is\n…",
    "… is my password",
  ],
  ...[
    "mật khẩu của tôi là …",
    "mật khẩu của em là … ạ".normalize("NFD"),
    "mat khau la …",
    "mk la …",
    "mk: …",
  ],
  ...["mk cũ của em là … mà nó báo sai", "đổi mật khẩu thành … rồi", "pass la … nhe", "… là mật khẩu của em"],
];
const codeSaid = [
  ...["code …", "the code is …, it fails", "OTP: …", "verification code:\n…", "*code*: …", "… is my code"],
  ...["mã OTP là …", "ma xac minh la …", "mã xác minh gửi về máy là … ạ", "mã 6 số …", "… là mã xác minh"],
];

/** Of an address only the end is secret. */
const behind = (address: string) => sentences.map((sentence) => sentence.replace("…", `${address}…`));

const planted = <K extends DetectionKind>(
  kind: K,
  secrets: fc.Arbitrary<string>,
  said: readonly string[] = sentences,
): fc.Arbitrary<Planted<K>> =>
  fc.tuple(fc.constantFrom(...said), secrets).map(([sentence, secret]) => ({
    kind,
    secret,
    said: sentence.replace("…", () => secret),
  }));

/** A number with its check digit, in groups of four. */
const cards = fc
  .tuple(
    fc.constantFrom("4", "51", "2221", "6011", "3530", "9704"),
    made(digits, 15),
    fc.constantFrom("", " ", "-", ".", "\u00a0"),
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

const keyLines = fc.array(made(base64, 64), { minLength: 2, maxLength: 6 });
const pem = fc
  .tuple(
    fc.constantFrom("RSA ", "EC ", "OPENSSH ", ""),
    keyLines,
    fc.constantFrom("\n", "\\n", " "),
    fc.boolean(),
  )
  .map(([name, lines, gap, isWhole]) =>
    [
      `-----BEGIN ${name}PRIVATE KEY-----`,
      ...lines,
      ...(isWhole ? [`-----END ${name}PRIVATE KEY-----`] : []),
    ].join(gap),
  );

const jwts = joined(
  fc.constant("eyJ"),
  made(url, 20, 60),
  fc.constant("."),
  made(url, 20, 200),
  fc.constant("."),
  made(url, 20, 90),
);
const passwords = made(`${letters}!@#%&*?`, 5, 16).map((text) => `${text}7x`);

/** Twelve kinds of secrets, each as people paste or tell it, in English and Vietnamese. */
export const plantedByName = {
  "access key": planted("access-key", begun(["AKIA", "ASIA"], made(upper + digits, 16))),
  "secret key": planted("secret-key", made(base64, 40).map(mixed), secretKeySaid),
  "session token": planted(
    "session-token",
    made(base64, 110, 400).map((text) => `IQoJb3JpZ2luX2Vj${text}==`),
  ),
  "Slack token": planted(
    "slack-token",
    begun(["xoxb-0", "xoxp-0", "xoxe.xoxp-1-", "xapp-1-A0"], made(`${letters}-`, 20, 80)),
  ),
  "Slack webhook": planted(
    "webhook-url",
    made(letters, 24),
    behind("https://hooks.slack.com/services/T00000000/B00000000/"),
  ),
  "Discord token": planted(
    "discord-token",
    joined(
      fc.constantFrom("M", "N", "O"),
      made(url, 23, 25),
      fc.constant("."),
      made(url, 6),
      fc.constant("."),
      made(url, 27, 38),
    ),
  ),
  "Discord webhook": planted("webhook-url", made(url, 24, 68), [
    ...behind("https://discord.com/api/webhooks/123456789012345678/"),
    ...behind("https://discordapp.com/api/v10/webhooks/1234567890/"),
  ]),
  "other token": planted(
    "token",
    fc.oneof(jwts, begun(["ghp_", "gho_", "ghs_", "github_pat_", "npm_"], made(letters, 36, 82))),
  ),
  "private key": planted("private-key", pem),
  "card number": planted("card-number", cards),
  password: planted("password", passwords, passwordSaid),
  "one-time code": planted(
    "one-time-code",
    made(digits, 6).chain((code) => fc.constantFrom(code, `${code.slice(0, 3)} ${code.slice(3)}`)),
    codeSaid,
  ),
} as const satisfies Readonly<Record<string, fc.Arbitrary<Planted<SecretKind>>>>;

/** A secret of any kind. */
export const plantedSecrets: fc.Arbitrary<Planted<SecretKind>> = fc.oneof(...Object.values(plantedByName));

/** What of a secret must be nowhere: any six characters of it in a row, or all where it has no more. */
export function piecesOf(secret: string): readonly string[] {
  const length = Math.min(6, secret.length);
  return Array.from({ length: secret.length - length + 1 }, (_, start) =>
    secret.slice(start, start + length),
  );
}

const bare = (kind: DetectionKind, secrets: fc.Arbitrary<string>) => planted(kind, secrets, ["…"]);

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
