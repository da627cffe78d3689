import { domainToUnicode } from "node:url";

/** An address in a message: a link, a bare domain or an email address. */
export interface FoundAddress {
  readonly kind: "link" | "mail";
  /** Small letters, punycode decoded. */
  readonly host: string;
  /** Path and query of a link. */
  readonly path: string;
  /** What stands before the @: of an email its mailbox; a link needs nothing there. */
  readonly user: string;
  /** What is shown in place of a link's address. */
  readonly label?: string;
  /** In the text, from `start` to before `end`. */
  readonly start: number;
  readonly end: number;
}

const part = String.raw`[\p{L}\p{N}][\p{L}\p{N}\p{M}_-]{0,62}`;
const host = String.raw`(?:${part}\.){1,10}(?:xn--[a-z0-9-]{2,40}|\p{L}{2,18})`;
const before = String.raw`(?<![\p{L}\p{N}._@/:-])`;

const markdownLink = /\[([^[\]\n]{1,300})\]\(\s{0,3}<?([^\s()<>]{4,2000})/giu;
const webLink = /(?<![\p{L}\p{N}])https?:[\\/]{2}[^\s<>"'`)\]]{3,2000}/giu;
const mailAddress = new RegExp(
  String.raw`(?<![\p{L}\p{N}._%+@/-])([\p{L}\p{N}._%+-]{1,64})@(${host})`,
  "giu",
);
const bareDomain = new RegExp(
  String.raw`${before}${host}(?![\p{L}\p{N}@-])(?:[/?][^\s<>"'\x60)\]]{0,2000})?`,
  "giu",
);

/** Every address of a text. The time grows with the text and no faster. */
export function findAddresses(text: string): readonly FoundAddress[] {
  const kinds: readonly (readonly [RegExp, (match: RegExpExecArray) => FoundAddress | undefined])[] = [
    [markdownLink, (match) => toLink(match, match[2] ?? "", match[1])],
    [webLink, (match) => toLink(match, match[0])],
    [mailAddress, toMail],
    [bareDomain, (match) => toLink(match, `https://${match[0]}`)],
  ];
  const found: FoundAddress[] = [];
  let rest = text;
  for (const [pattern, read] of kinds) {
    found.push(...[...rest.matchAll(pattern)].flatMap((match) => read(match) ?? []));
    rest = rest.replace(pattern, ({ length }) => " ".repeat(length));
  }
  return found;
}

/** A link as a platform gives it apart from the text. */
export function readLink(url: string, label: string): FoundAddress | undefined {
  return toAddress(url, { label, start: 0, end: 0 });
}

function toLink(match: RegExpExecArray, url: string, label?: string): FoundAddress | undefined {
  const place = { start: match.index, end: match.index + match[0].length };
  return toAddress(url, { ...place, ...(label !== undefined && { label }) });
}

function toAddress(
  url: string,
  where: Pick<FoundAddress, "label" | "start" | "end">,
): FoundAddress | undefined {
  const trimmed = url.replace(/[.,;:!?…]{1,9}$/u, "");
  if (!URL.canParse(trimmed)) return undefined;
  const { hostname, pathname, search, username, password } = new URL(trimmed);
  if (hostname === "") return undefined;
  const user = [username, password].filter((each) => each !== "").join(":");
  return { kind: "link", host: toHost(hostname), path: `${pathname}${search}`, user, ...where };
}

function toMail(match: RegExpExecArray): FoundAddress {
  const [whole, user = "", domain = ""] = match;
  return {
    kind: "mail",
    host: toHost(domain),
    path: "",
    user,
    start: match.index,
    end: match.index + whole.length,
  };
}

function toHost(domain: string): string {
  const name = domain.toLowerCase().replace(/\.$/, "");
  return domainToUnicode(name) || name;
}
