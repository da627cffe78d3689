import type { Detection } from "./detection.ts";

/**
 * The lines around a private key (RFC 7468, section 2, and OpenPGP's), also where a chat has made one long dash of
 * several.
 */
const marker = /-{2,8} {0,2}(BEGIN|END) [A-Z ]{0,30}PRIVATE KEY(?: BLOCK)?(?: {0,2}-{2,8})?/g;
/** A key's first line follows: base64, or a header such as Proc-Type; perhaps quoted, perhaps with \n for line ends. */
const body = /(?:[\s>|"'`]|\\[nr]){0,40}(?:[A-Za-z0-9+/]{16}|(?:Proc-Type|DEK-Info|Version|Comment)[:-])/y;
/** A line of the key, where its first lines are missing. */
const line = /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{40,}/;
/** PuTTY's own format (its manual, appendix C). */
const puttyBody = /(?<=Private-Lines: {0,3}\d{1,3}\s{1,3})(?:[A-Za-z0-9+/]{8,}={0,2}\s{0,3})+/g;
/** Where the lines around it are missing: what OpenSSH and RSA keys begin with, in base64. */
const knownBeginning =
  /(?<![A-Za-z0-9+/])(?:b3BlbnNzaC1rZXktdjE|MII[BCEJ][A-Za-z0-9+/]{2}[IA]BA)[A-Za-z0-9+/]{40,}(?:\r?\n[\t >]{0,4}[A-Za-z0-9+/]{8,})*={0,2}/g;

/** Private keys with the lines around them, also those that were cut off at either end. */
export function findPrivateKeys(text: string): readonly Detection<"private-key">[] {
  const found: Detection<"private-key">[] = [];
  let begun: number | undefined;
  let free = 0;
  for (const { 0: given, 1: which, index } of text.matchAll(marker)) {
    const end = index + given.length;
    if (which === "BEGIN") begun ??= isFollowedByBody(text, end) ? index : undefined;
    else {
      const start = begun ?? lineBetween(text, free, index);
      if (start !== undefined) found.push({ kind: "private-key", start, end });
      begun = undefined;
    }
    free = end;
  }
  if (begun !== undefined) found.push({ kind: "private-key", start: begun, end: text.length });
  return [...found, ...[puttyBody, knownBeginning].flatMap((pattern) => whole(text, pattern))];
}

function isFollowedByBody(text: string, at: number): boolean {
  const search = new RegExp(body);
  search.lastIndex = at;
  return search.test(text);
}

/** Where the first line of a key begins between two places. */
function lineBetween(text: string, from: number, to: number): number | undefined {
  const at = text.slice(from, to).search(line);
  return at < 0 ? undefined : from + at;
}

function whole(text: string, pattern: RegExp): readonly Detection<"private-key">[] {
  return [...text.matchAll(pattern)].map(({ 0: run, index }) => ({
    kind: "private-key",
    start: index,
    end: index + run.trimEnd().length,
  }));
}
