import { isIP } from "node:net";
import type { Addresses } from "../../knowledge/read-addresses.ts";
import { type FoundAddress, findAddresses } from "./find-addresses.ts";
import { type Claims, createClaimsOf } from "./names-in.ts";

/**
 * What an address is. `own`: the subject's own. `imitation`: looks like one and is none. `named`: has the
 * subject's name, which others use as well. `anybodys`: a form, a page or
 * a short link that anybody can make. `mailbox`: one that anybody can open. `chat`: opens a chat elsewhere.
 */
export type AddressKind = "own" | "imitation" | "named" | "anybodys" | "mailbox" | "chat" | "other";

export type JudgeAddress = (address: FoundAddress) => AddressKind;

export function createJudgeAddress(addresses: Addresses): JudgeAddress {
  const claimsOf = createClaimsOf(addresses);
  const own = createIsUnder(addresses.own);
  const hosting = createIsUnder(addresses.hosting);
  const anybodys = createIsUnder(addresses.anybodys);
  const mailboxes = createIsUnder(addresses.mailboxes);
  const chats = createIsUnder(addresses.chats);

  /** A customer's pages on the subject's own servers may imitate as well; its own names are plain ASCII. */
  const isOwn = (host: string) => {
    if (!/^\p{ASCII}+$/u.test(host)) return false;
    const under = hosting(host);
    if (under === undefined) return own(host) !== undefined;
    return !isImitation(claimsOf(host.slice(0, -under.length)));
  };
  const showsOwn = (label: string) => findAddresses(label).some(({ host }) => isOwn(host));
  const continuesOwn = (host: string) =>
    addresses.own.some((domain) => domain.includes(".") && `.${host}`.includes(`.${domain}.`));

  const isFalseHost = (host: string) => {
    const claims = claimsOf(host);
    return (
      claims.isDisguised ||
      claims.names.size > 1 ||
      isImitation(claims) ||
      addresses.names.includes(registered(host)) ||
      continuesOwn(host)
    );
  };

  const bearsName = (host: string) => addresses.names.some((name) => registered(host).startsWith(name));

  const isFalseLink = ({ host, path, user, label }: FoundAddress) => {
    if (label !== undefined && showsOwn(label)) return true;
    if (claimsOf(user).names.size > 0) return true;
    const claimsByPath = claimsOf(path);
    if (isIP(host.replace(/^\[|\]$/g, "")) > 0) return claimsByPath.names.size > 0;
    return anybodys(host) !== undefined && isImitation(claimsByPath);
  };

  const isFalseMailbox = (user: string) => {
    const folded = user.toLowerCase();
    return claimsOf(user).names.size > 0 || addresses.names.some((name) => folded.startsWith(name));
  };

  const judgeMail = ({ host, user }: FoundAddress): AddressKind => {
    if (mailboxes(host) === undefined) return isFalseHost(host) ? "imitation" : "other";
    return isFalseMailbox(user) ? "imitation" : "mailbox";
  };

  const judgeLink = (address: FoundAddress): AddressKind => {
    if (chats(address.host) !== undefined) return "chat";
    if (isFalseHost(address.host) || isFalseLink(address)) return "imitation";
    if (anybodys(address.host) !== undefined) return "anybodys";
    return bearsName(address.host) ? "named" : "other";
  };

  return (address) => {
    if (isOwn(address.host)) return "own";
    return address.kind === "mail" ? judgeMail(address) : judgeLink(address);
  };
}

function isImitation({ names, isDisguised, hasSign }: Claims): boolean {
  return isDisguised || (names.size > 0 && hasSign);
}

/** The domain of a list that a host is or is under. */
function createIsUnder(domains: readonly string[]): (host: string) => string | undefined {
  const known = new Set(domains);
  return (host) => {
    const labels = host.split(".");
    const ends = labels.map((_, index) => labels.slice(index).join("."));
    return ends.find((end) => known.has(end));
  };
}

/** The label that somebody registered, as far as its ending tells: "aws" of www.aws.help and of aws.co.uk. */
function registered(host: string): string {
  const labels = host.split(".");
  const last = labels.at(-1) ?? "";
  const isSecondLevel = last.length === 2 && /^(?:com?|net|org|gov|edu|ac)$/.test(labels.at(-2) ?? "");
  return labels.at(isSecondLevel ? -3 : -2) ?? "";
}
