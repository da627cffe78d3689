import type { Detection } from "../detection.ts";
import {
  aboutPasswords,
  accountBefore,
  addressBefore,
  administrator,
  another,
  changed,
  contrast,
  naming,
  tried,
  typed,
  userBefore,
} from "./password-contexts.ts";
import { isAlphanumeric, isEverySort, isStrong, isTechnical } from "./secret-shapes.ts";

type LooseSecret = Detection<"password" | "one-time-code">;

/** A word of letters and digits at least, as long as passwords are. */
const candidate = /(?<!\S)(?=\D{0,40}\d)\S{6,64}(?!\S)/g;
const contextCharacters = 100;

/**
 * Passwords that no name introduces: alone, behind an address, behind "I typed", or beside another. Each word that may be
 * one is judged by what stands around it.
 * @param text without accents
 */
export function findLoosePasswords(text: string): readonly LooseSecret[] {
  if (!/\d/.test(text)) return [];
  let isAbout: boolean | undefined;
  const isAboutPasswords = () => {
    isAbout ??= aboutPasswords.test(text);
    return isAbout;
  };
  return [...text.matchAll(candidate)].flatMap(({ 0: word, index }): readonly LooseSecret[] => {
    const value = word.replace(/^["'“”‘’`*([<{]+/, "");
    const start = index + word.length - value.length;
    const end = start + value.length;
    const given = value.replace(/["'“”‘’`*)\]>},.;:?…]+$/, "");
    const words = text.slice(Math.max(0, start - contextCharacters), start);
    const context = { text, given, words, start: index, end, isAboutPasswords };
    if (typedDigits.test(given) && typed.test(words) && isAboutPasswords())
      return [{ kind: "one-time-code", start, end }];
    if (!isAlphanumeric(given) || isTechnical(given)) return [];
    return isPassword(context) ? [{ kind: "password", start, end }] : [];
  });
}

/** Shorter numbers are amounts, longer ones of phones and accounts. */
const typedDigits = /^\d{6,8}$/;

interface Context {
  readonly text: string;
  readonly given: string;
  /** What stands before it. */
  readonly words: string;
  readonly start: number;
  readonly end: number;
  readonly isAboutPasswords: () => boolean;
}

function isPassword(context: Context): boolean {
  const { given, words } = context;
  if (isEverySort(given)) return true;
  const gap = addressBefore.exec(words)?.[1];
  if (gap !== undefined) return isBehindAddress(context, gap);
  if (naming.test(words)) return false;
  if (typed.test(words) || isContrasted(given, words)) return true;
  if (tried.test(words) && (isStrong(given) || /\d{3}/.test(given))) return true;
  if (isStrong(given) && isLine(context)) return true;
  const user = userBefore.exec(words)?.[1];
  if (user !== undefined) return isBehindUser(context, user);
  return context.isAboutPasswords() && isOneOfSeveral(given, words);
}

function isBehindUser({ given, isAboutPasswords }: Context, user: string): boolean {
  return administrator.test(user) || isStrong(given) || /\d{2}/.test(given) || isAboutPasswords();
}

function isBehindAddress(context: Context, gap: string): boolean {
  if (isStrong(context.given) || /[:/|;,\n-]/.test(gap)) return true;
  return endsLine(context) || context.isAboutPasswords();
}

/** "not hunter21 but hunter22", whatever else is said. */
function isContrasted(given: string, words: string): boolean {
  const other = contrast.exec(words)?.[1];
  return other !== undefined && isAlphanumeric(other) && !isTechnical(other) && stem(other) !== stem(given);
}

/** The old one and the new one, the one and the other. */
function isOneOfSeveral(given: string, words: string): boolean {
  if ([tried, changed, accountBefore].some((pattern) => pattern.test(words))) return true;
  const other = another.exec(words)?.[1];
  if (other === undefined || stem(other) === stem(given)) return false;
  return isAlphanumeric(other) || other.includes("[password]");
}

/** Users and machines with a number each have the same one. */
const stem = (given: string) => given.replace(/^\W+|\d{1,3}\W*$/g, "");

/** Nothing else stands on its line, and it is no heading ("Section3"). */
function isLine(context: Context): boolean {
  const { text, start, given } = context;
  const before = text.slice(Math.max(0, start - 6), start);
  return /(?:^|\n)[\s>*-]{0,4}$/.test(before) && endsLine(context) && !/^[A-Z]?[a-z]+\d$/.test(given);
}

function endsLine({ text, end }: Context): boolean {
  return /^\s{0,4}(?:\n|$)/.test(text.slice(end, end + 6));
}
