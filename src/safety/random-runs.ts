import type { Detection, SecretKind } from "./detection.ts";

// Keys without a prefix. The less the words before say, the more the run itself has to.

/** An unbroken run that is no part of an address, a path or a longer name. */
const run = /(?<![\w/.%+@=?&~-]|\barn:[\w:-]{0,80})[\w~-]{20,200}(?:={1,2})?(?![\w/+%]|[.@:]\w)/g;
const hex = /(?<![\w/.%+@?&#-])[a-f0-9]{32,128}(?![\w/+-]|[.@]\w)/gi;
/** Names of AWS that end with random characters. */
const ofAws = /^(?:AWSReservedSSO|AWSServiceRole|aws-?reserved|eksctl-|CDKToolkit|cdk-|StackSet-|awseb-)/i;
const keyWords =
  /(?<![\p{L}\p{N}])(?:keys?|tokens?|secrets?|api|auth|credentials?|password|pass|mk|mat khau|khoa|license|sid)(?![\p{L}\p{N}])/iu;
/** Hexadecimal that is public: of commits, files and requests. */
const publicHash =
  /(?<![\p{L}\p{N}])(?:commit|sha-?\d*|md5|hash|digest|checksum|etag|image|build|revision|rev|request|trace|correlation|x-amzn?|fingerprint|thumbprint|key ?id|keyid|id)["']?\s{0,3}[:=#]?\s{0,3}(?:is\s{0,3})?["'(]?$/iu;
const contextCharacters = 100;
const minDigits = 3;
/** How often letters of one case, of the other, and digits take turns in what nobody has made up. */
const minTurns = 8;

/**
 * Long random runs: of letters of both cases and digits anywhere, in hexadecimal near a word for keys.
 * @param text without accents
 */
export function findRandomRuns(text: string): readonly Detection<SecretKind>[] {
  if (!/\w{20}|[\w-]{24}/.test(text)) return [];
  const before = (index: number) => text.slice(Math.max(0, index - contextCharacters), index);
  const mixed = [...text.matchAll(run)].filter(
    ({ 0: given, index }) => isRandom(given) && !ofAws.test(given) && !publicHash.test(before(index)),
  );
  const named = [...text.matchAll(hex)].filter(
    ({ 0: given, index }) =>
      /\d/.test(given) &&
      /[a-f]/i.test(given) &&
      keyWords.test(before(index)) &&
      !publicHash.test(before(index)),
  );
  return [...mixed, ...named].map(({ 0: given, index }) => ({
    kind: "token",
    start: index,
    end: index + given.length,
  }));
}

function isRandom(given: string): boolean {
  const digits = given.match(/\d/g)?.length ?? 0;
  if (digits < minDigits || !/[a-z]/.test(given) || !/[A-Z]/.test(given)) return false;
  return (given.match(/[a-z](?![a-z])|[A-Z](?![A-Z])|\d(?!\d)/g)?.length ?? 0) >= minTurns;
}
