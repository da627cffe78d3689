import type { Random } from "./random.ts";

/** A secret as people write it. */
export interface Planted {
  /** The words with the secret in them. */
  readonly said: string;
  /** What of them must be nowhere. */
  readonly secrets: readonly string[];
}

export interface PlantedKind {
  readonly name: string;
  readonly plant: (random: Random) => Planted;
}

const digits = "0123456789";
const upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const lower = upper.toLowerCase();
export const alphabets = {
  digits,
  upper,
  lower,
  letters: upper + lower,
  hex: `${digits}abcdef`,
  base32: `${upper}234567`,
  lowerBase32: `${lower}234567`,
  alphanumeric: upper + lower + digits,
  upperAlphanumeric: upper + digits,
  lowerAlphanumeric: lower + digits,
  url: `${upper}${lower}${digits}-_`,
  base64: `${upper}${lower}${digits}+/`,
} as const;

/** A kind whose secret stands in words of its own, at each "…"; further secrets stand at "…2" and "…3". */
export function told(
  name: string,
  words: string,
  ...secrets: readonly [(random: Random) => string, ...((random: Random) => string)[]]
): PlantedKind {
  return {
    name,
    plant: (random) => {
      const drawn = secrets.map((draw) => draw(random));
      const said = words.replace(/…([23]?)/g, (_, which: string) => drawn[Number(which || 1) - 1] ?? "");
      return { said, secrets: drawn };
    },
  };
}

/** A kind that is told by its own form. */
export const bare = (name: string, secret: (random: Random) => string): PlantedKind =>
  told(name, "…", secret);

/** A kind of which the secret is drawn and then spelled otherwise. */
export function spelled(
  name: string,
  secret: (random: Random) => string,
  words: string,
  spell: (text: string) => string,
): PlantedKind {
  return {
    name,
    plant: (random) => {
      const drawn = spell(secret(random));
      return { said: words.replace("…", () => drawn), secrets: [drawn] };
    },
  };
}

/** A prefix and random characters after it; the whole is the secret. */
export const prefixed =
  (prefix: string, alphabet: keyof typeof alphabets, length: number) =>
  (random: Random): string =>
    prefix + random.of(alphabets[alphabet], length);

export const drawn = (alphabet: keyof typeof alphabets, length: number) => prefixed("", alphabet, length);

/** A run in which every class of characters stands that makes it look random. */
export const mixed =
  (alphabet: keyof typeof alphabets, length: number) =>
  (random: Random): string =>
    `${random.of(upper, 1)}${random.of(lower, 1)}${random.of(digits, 1)}${random.of(alphabets[alphabet], length - 3)}`;

/** A password with letters of both cases, digits and a sign. */
export const strongPassword = (random: Random): string =>
  `${random.of(upper, 1)}${random.of(lower, 3 + random.below(4))}${random.pick(["!", "@", "#", "$", "%", "&", "*"])}${random.of(alphabets.alphanumeric, 2 + random.below(4))}${random.of(digits, 2)}`;

/** A password of small letters and digits, as most people make them. */
export const plainPassword = (random: Random): string =>
  `${random.pick(["hoang", "linh", "minhanh", "sunny", "dragon", "kitty", "tuan", "football", "ngoc", "maria"])}${random.of(digits, 4)}`;

/** Either of both. */
export const password = (random: Random): string =>
  random.below(2) === 0 ? strongPassword(random) : plainPassword(random);
