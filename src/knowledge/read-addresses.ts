import { z } from "zod";
import type { Fault } from "./fault.ts";
import { filesNamed, readLines } from "./read-files.ts";
import { readYaml } from "./read-yaml.ts";
import { lineElse } from "./schema.ts";

const domain = lineElse("a domain is text: put it in quotes").regex(
  /^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/,
  "write a domain in small letters and without https://, as amazon.com",
);
const domains = z.array(domain, "write a list of domains").default([]);
const words = z.array(lineElse("must be a line of text"), "write a list of words").default([]);

const addressesSchema = z.strictObject({
  /** Whose pages and senders are genuine, with where that is written. */
  own: z
    .array(
      z.strictObject({
        source: z.url({ protocol: /^https$/, error: "give a full address that begins with https://" }),
        domains,
      }),
      "write a list: - source: ..., and domains: [...]",
    )
    .default([]),
  /** Where customers put pages of theirs, which count like pages anywhere. */
  hosting: domains,
  /** What the owner is called in addresses. */
  names: words,
  /** Accounts of the owner elsewhere, without the @. */
  handles: words,
  /** Words that make an address with a name in it an imitation. */
  signs: words,
  /** Where anybody can publish a page or a form, or shorten an address: there the path tells who it claims to be. */
  anybodys: domains,
  /** Mailboxes that anybody can open. */
  mailboxes: domains,
  /** Links that open a chat elsewhere. */
  chats: domains,
});

/** What is known of the addresses of the pack's subject; empty in a pack without an addresses.yaml. */
export interface Addresses extends Readonly<Omit<z.output<typeof addressesSchema>, "own">> {
  readonly own: readonly string[];
}

export const noAddresses: Addresses = {
  own: [],
  hosting: [],
  names: [],
  handles: [],
  signs: [],
  anybodys: [],
  mailboxes: [],
  chats: [],
};

/** Reads the addresses.yaml of a knowledge folder; of several, the first counts. */
export function readAddresses(folder: string): {
  readonly addresses: Addresses;
  readonly faults: readonly Fault[];
} {
  const [file, second] = filesNamed("addresses.yaml", folder);
  if (file === undefined) return { addresses: noAddresses, faults: [] };
  const { value, faults } = readYaml({ file, text: readLines(file) }, addressesSchema);
  const addresses = value && { ...value, own: value.own.flatMap((group) => group.domains) };
  const message = `the addresses have their place in ${file}: write them there only`;
  return {
    addresses: addresses ?? noAddresses,
    faults: [...faults, ...(second === undefined ? [] : [{ file: second, message }])],
  };
}
