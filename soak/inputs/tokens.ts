import { below, type Random } from "../../bench/random.ts";
import { actions, writeToken } from "../../src/answer/token.ts";
import type { Knowledge } from "../../src/knowledge/knowledge.ts";

/** The tokens of buttons and forms: those that the bot has shown, and others. */
export interface Tokens {
  /** Remembers one that was shown. */
  add(token: string): void;
  /** One that was shown, one of an old button, a forged one or a broken one. */
  next(): string;
}

/** Of the shown ones so many are remembered. */
const maxShown = 400;

export function createTokens({ entries, languages }: Knowledge, random: Random): Tokens {
  const shown: string[] = [];
  const pick = <T>(list: readonly T[], otherwise: T): T => list[below(list.length, random)] ?? otherwise;
  const ids = [
    ...entries.flatMap(({ id, formerly }) => [id, ...formerly]),
    "gone",
    "-",
    "__proto__",
    "",
    "a.b",
  ];
  const handovers = ["0123456789abcdef", "x", "-", "../../x"];

  const oldOne = () => {
    const action = pick(actions, "home");
    return writeToken({ action, entry: pick(ids, "-"), locale: pick(languages, "en") });
  };
  const forged = () => {
    const about = pick([...ids, ...handovers], "-");
    const locale = pick([...languages, "es", "xx-YY", "", "EN"], "en");
    const end = pick(["", ".2", ".9", ".10", ".vi", ".en", ".x.y"], "");
    return `${pick(["", "+"], "")}${pick(["1", "2", ""], "1")}.${pick(actions, "home")}.${about}.${locale}${end}`;
  };
  const broken = () => {
    const token = pick(shown, "1.home.-.en");
    const at = below(token.length + 1, random);
    return (
      token.slice(0, at) +
      pick(["", ".", "+", "é", "\0", "\ud800", "x".repeat(200)], "") +
      token.slice(at + 1)
    );
  };

  return {
    add: (token) => {
      if (shown.length < maxShown) shown.push(token);
      else shown[below(maxShown, random)] = token;
    },
    next: () => {
      const roll = random();
      if (roll < 0.6) return pick(shown, "1.home.-.en");
      if (roll < 0.75) return oldOne();
      return roll < 0.9 ? forged() : broken();
    },
  };
}
