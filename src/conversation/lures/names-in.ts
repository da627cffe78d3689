import type { Addresses } from "../../knowledge/read-addresses.ts";
import { editDistance } from "../../lib/edit-distance.ts";
import { fold } from "../../lib/normalise.ts";
import { toLetters } from "./plain-letters.ts";

/** What a part of an address claims. `disguised`: a name in other letters, as amaz0n. */
export interface Claims {
  readonly names: ReadonlySet<string>;
  readonly isDisguised: boolean;
  readonly hasSign: boolean;
}

/** From this length on a name also counts within a word, and with a typo. */
const longName = 6;
/** From this length on a sign also counts at an end of a word. */
const longSign = 5;

/** Which names and signs stand in a part of an address, between dots, dashes and slashes. */
export function createClaimsOf({
  names,
  signs,
}: Pick<Addresses, "names" | "signs">): (text: string) => Claims {
  const known = new Set(signs);
  const isSign = (word: string) => known.has(word) || known.has(word.replace(/s$/, ""));
  const endsInSign = (word: string) =>
    isSign(word) ||
    signs.some((sign) => sign.length >= longSign && (word.startsWith(sign) || word.endsWith(sign)));

  /** What is left of a word beside a name; undefined without a name. */
  const besideName = (word: string, name: string): string | undefined => {
    if (name.length >= longName && word.includes(name)) return word.replace(name, "");
    if (word === name) return "";
    const rest = word.startsWith(name) ? word.slice(name.length) : undefined;
    const front = word.endsWith(name) ? word.slice(0, -name.length) : undefined;
    return [rest, front].find((left) => left !== undefined && endsInSign(left));
  };

  const namesIn = (word: string) =>
    names.flatMap((name) => {
      const rest = besideName(word, name);
      return rest === undefined ? [] : [{ name, hasSign: endsInSign(rest) }];
    });

  const isDisguise = (word: string): boolean => {
    const plain = toLetters(word).replaceAll("rn", "m").replaceAll("vv", "w");
    if (plain !== word && namesIn(plain).length > 0) return true;
    return names.some(
      (name) =>
        name.length >= longName &&
        Math.abs(plain.length - name.length) <= 1 &&
        editDistance(plain, name) === 1,
    );
  };

  return (text) => {
    const words = fold(text).split(/[^\p{L}\p{N}@$!]+/u);
    const found = words.map((word) => ({ word, names: namesIn(word) }));
    const joined = `-${words.join("-")}-`;
    return {
      names: new Set(longestOnly(found.flatMap((each) => each.names.map(({ name }) => name)))),
      isDisguised: found.some((each) => each.names.length === 0 && isDisguise(each.word)),
      hasSign:
        found.some((each) => endsInSign(each.word) || each.names.some(({ hasSign }) => hasSign)) ||
        signs.some((sign) => sign.includes("-") && joined.includes(`-${sign}-`)),
    };
  };
}

/** Without names that are a part of another one: amazonaws is one name. */
function longestOnly(names: readonly string[]): readonly string[] {
  return names.filter((name) => !names.some((other) => other !== name && other.includes(name)));
}
