import { alphabets, bare, type PlantedKind, told } from "../kind.ts";
import type { Random } from "../random.ts";

const lines = (alphabet: string) => (random: Random) =>
  Array.from({ length: 4 }, () => random.of(alphabet, 64)).join("\n");
const pem = (name: string) =>
  told(`${name} (PEM)`, `-----BEGIN ${name}-----\n…\n-----END ${name}-----`, lines(alphabets.base64));

const groupOf = (alphabet: string, length: number, count: number, gap: string) => (random: Random) =>
  Array.from({ length: count }, () => random.of(alphabet, length)).join(gap);

/** A group of a code in which both letters and digits stand. */
const mixedGroup = ({ of }: Random) => `${of("abcdef", 1)}${of(alphabets.digits, 1)}${of(alphabets.hex, 3)}`;
const recoveryCode = (random: Random) => `${mixedGroup(random)}-${mixedGroup(random)}`;
const words = [
  ...[
    "abandon",
    "ability",
    "blanket",
    "cactus",
    "captain",
    "dolphin",
    "elephant",
    "fabric",
    "galaxy",
    "hamster",
  ],
  ...["jungle", "kitten", "lizard", "magnet", "mountain", "oxygen", "pencil", "puzzle", "rocket", "saddle"],
  ...["thunder", "turtle", "umbrella", "velvet", "window", "zebra"],
] as const;
const phrase = (count: number, gap: string) => (random: Random) =>
  Array.from({ length: count }, () => random.pick(["abandon", ...words])).join(gap);
const numbered = (random: Random) =>
  Array.from({ length: 12 }, (_, at) => `${at + 1}. ${random.pick(["abandon", ...words])}`).join("\n");

/** Private keys, seeds of codes, codes for the day the phone is gone, phrases of words. */
export const keyKinds: readonly PlantedKind[] = [
  ...["RSA PRIVATE KEY", "OPENSSH PRIVATE KEY", "EC PRIVATE KEY", "PRIVATE KEY", "PGP PRIVATE KEY BLOCK"].map(
    pem,
  ),
  told("TOTP seed in an address", "otpauth://totp/AWS:anna?secret=…&issuer=AWS", (random) =>
    random.of(alphabets.base32, 32),
  ),
  bare("TOTP seed of AWS, bare", (random) => random.of(alphabets.base32, 64)),
  bare("TOTP seed of 32, bare", (random) => random.of(alphabets.base32, 32)),
  told("TOTP seed of 16, told", "my MFA secret key is …", (random) => random.of(alphabets.base32, 16)),
  bare("TOTP seed in fours, large", groupOf(alphabets.base32, 4, 8, " ")),
  bare("TOTP seed in fours, small", groupOf(alphabets.lowerBase32, 4, 8, " ")),
  told("TOTP seed in fours, told", "authenticator setup key: …", groupOf(alphabets.lowerBase32, 4, 4, " ")),
  bare("recovery code, bare", recoveryCode),
  told("recovery codes, a list", "my recovery codes:\n…\n…2\n…3", recoveryCode, recoveryCode, recoveryCode),
  told("recovery codes, a list without words", "…\n…2\n…3", recoveryCode, recoveryCode, recoveryCode),
  told("backup codes of eight digits, a list", "backup codes:\n…\n…2\n…3", ...eightDigits()),
  told(
    "backup codes in fours, a list",
    "1. …\n2. …2\n3. …3\nthese are my Google backup codes",
    ...eightDigits(" "),
  ),
  told("mã dự phòng, a list", "mã dự phòng của em: …, …2, …3", ...eightDigits()),
  told("recovery code of letters", "my recovery code is …", groupOf(alphabets.upperAlphanumeric, 5, 5, "-")),
  bare("recovery key in groups", (random) =>
    Array.from(
      { length: 5 },
      () =>
        `${random.of(alphabets.upper, 2)}${random.of(alphabets.digits, 1)}${random.of(alphabets.upperAlphanumeric, 2)}`,
    ).join("-"),
  ),
  bare("BitLocker recovery key", groupOf(alphabets.digits, 6, 8, "-")),
  told("seed phrase, told", "my seed phrase is …", phrase(12, " ")),
  bare("seed phrase, bare", phrase(12, " ")),
  bare("seed phrase, in lines with numbers", numbered),
  bare("seed phrase of 24, with commas", phrase(24, ", ")),
  told("passphrase of words", "my passphrase is …", phrase(5, " ")),
  told("password of words", "password: …", phrase(4, " ")),
  told("password of words, with dashes", "my password is …", phrase(4, "-")),
  told("password of words, in Vietnamese", "mật khẩu của em là …", phrase(4, " ")),
  told("password of words, quoted", 'my password is "…"', phrase(6, " ")),
];

function eightDigits(gap = "") {
  const code = ({ of }: Random) => `${of("123456789", 4)}${gap}${of(alphabets.digits, 4)}`;
  return [code, code, code] as const;
}
