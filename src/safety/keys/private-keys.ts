import type { Detection } from "../detection.ts";

/** The lines around a private key (RFC 7468, section 2, and OpenPGP), even if a chat joined some of the dashes. */
const marker = /-{2,8} {0,2}(BEGIN|END) [A-Z ]{0,30}PRIVATE KEY(?: BLOCK)?(?: {0,2}-{2,8})?/g;
/** A key's first line: base64, or a header such as Proc-Type; may be quoted, or have \n for line ends. */
const body = /(?:[\s>|"'`]|\\[nr]){0,40}(?:[A-Za-z0-9+/]{16}|(?:Proc-Type|DEK-Info|Version|Comment)[:-])/y;
/** A line within a key, for keys whose start is missing. */
const line = /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{40,}/;
/** PuTTY's own format (its manual, appendix C). */
const puttyBody = /(?<=Private-Lines: {0,3}\d{1,3}\s{1,3})(?:[A-Za-z0-9+/]{8,}={0,2}\s{0,3})+/g;
/** How OpenSSH and RSA keys start in base64, for keys without the lines around them. */
const knownBeginning =
  /(?<![A-Za-z0-9+/])(?:b3BlbnNzaC1rZXktdjE|MII[BCEJ][A-Za-z0-9+/]{2}[IA]BA)[A-Za-z0-9+/]{40,}(?:\r?\n[\t >]{0,4}[A-Za-z0-9+/]{8,})*={0,2}/g;

const anyKey = /PRIVATE KEY|Private-Lines|[A-Za-z0-9+/]{40}/;

/** Private keys with the lines around them, even if cut off at either end. */
export function findPrivateKeys(text: string): readonly Detection<"private-key">[] {
  if (!anyKey.test(text)) return [];
  const found: Detection<"private-key">[] = [];
  let openedAt: number | undefined;
  let searchedTo = 0;
  for (const { 0: given, 1: which, index } of text.matchAll(marker)) {
    const end = index + given.length;
    if (which === "BEGIN") openedAt ??= isFollowedByBody(text, end) ? index : undefined;
    else {
      const start = openedAt ?? lineBetween(text, searchedTo, index);
      if (start !== undefined) found.push({ kind: "private-key", start, end });
      openedAt = undefined;
    }
    searchedTo = end;
  }
  if (openedAt !== undefined) found.push({ kind: "private-key", start: openedAt, end: text.length });
  return [...found, ...[puttyBody, knownBeginning].flatMap((pattern) => trimmedMatches(text, pattern))];
}

function isFollowedByBody(text: string, at: number): boolean {
  const search = new RegExp(body);
  search.lastIndex = at;
  return search.test(text);
}

/** The start of a key's first line between two offsets. */
function lineBetween(text: string, from: number, to: number): number | undefined {
  const at = text.slice(from, to).search(line);
  return at < 0 ? undefined : from + at;
}

function trimmedMatches(text: string, pattern: RegExp): readonly Detection<"private-key">[] {
  return [...text.matchAll(pattern)].map(({ 0: run, index }) => ({
    kind: "private-key",
    start: index,
    end: index + run.trimEnd().length,
  }));
}
