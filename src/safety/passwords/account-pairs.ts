import type { Detection } from "../detection.ts";
import { aboutPasswords, administrator } from "./password-contexts.ts";
import { isAlphanumeric, isTechnical, isUncommonWord } from "./secret-shapes.ts";

/** Joined to an address of mail by a sign: anna@example.com:…, as lists of accounts have it. */
const behindAddress =
  /(?<=(?<![\p{L}\p{N}._%+-])(?!git@)[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}[:|/;,])[^\s"'`<>]{4,64}/gu;
/** Joined to a user's name: anna:…, root/… */
const behindUser =
  /(?<![^\s"'“‘`*(>,])([\p{L}\p{N}._-]{2,40})[:/|](?=[^\s\d]{0,40}\d)([^\s"'`<>:/|]{6,64})(?=$|[\s"'`”’)*,;])/dgu;

/**
 * The second of a pair that is written in one word: address and password, user and password.
 * @param text without accents
 */
export function findAccountPairs(text: string): readonly Detection<"password">[] {
  if (!/[:/|;,]\S{4}/.test(text)) return [];
  const addresses = text.includes("@") ? [...text.matchAll(behindAddress)] : [];
  const users = /\d/.test(text) ? [...text.matchAll(behindUser)] : [];
  return [
    ...addresses.flatMap(({ 0: given, index }) =>
      isPasswordOfAddress(given) ? [toDetection(index, index + given.length)] : [],
    ),
    ...users.flatMap(({ 1: user = "", 2: given = "", indices }) => {
      const [start, end] = indices?.[2] ?? [];
      if (start === undefined || end === undefined || !isPasswordOfUser(user, given, text)) return [];
      return [toDetection(start, end)];
    }),
  ];
}

const toDetection = (start: number, end: number) => ({ kind: "password", start, end }) as const;

/** A port, a path or a repository can stand there as well. */
function isPasswordOfAddress(given: string): boolean {
  return isUncommonWord(given) && !/^[~./\\]|\/|^\d{1,5}$/.test(given);
}

/** An action of AWS: iam:CreateUser. */
const action = /^[A-Z][a-z]+[A-Z]/;
const noUser =
  /^(?:error|code|id|version|status|ticket|case|order|role|arn|region|http|https|sha\d*|ref|iam|sts|s3)$/i;

function isPasswordOfUser(user: string, given: string, text: string): boolean {
  const word = given.replace(/[.,;:!?)]+$/, "");
  if (!isAlphanumeric(word) || isTechnical(word)) return false;
  if (noUser.test(user) || action.test(word)) return false;
  if (administrator.test(user) || aboutPasswords.test(text)) return true;
  return /[\p{L}\p{N}][@#$%^&*!][\p{L}\p{N}]|\d!$/u.test(given.replace(/[.,;:?)]+$/, ""));
}
