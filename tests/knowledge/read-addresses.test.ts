import { describe, expect, it } from "vitest";
import { readAddresses } from "../../src/knowledge/read-addresses.ts";
import { writeFiles } from "../support/temporary.ts";

const group = "own:\n  - source: https://example.com/domains\n    domains: [example.com, example.org]\n";

describe("addresses.yaml", () => {
  it("may be left out", () => {
    const { addresses, faults } = readAddresses(writeFiles({ "pack.yaml": "" }));
    expect([addresses.own, addresses.names, faults]).toEqual([[], [], []]);
  });

  it("tells the owner's domains and names", () => {
    const { addresses, faults } = readAddresses(
      writeFiles({ "addresses.yaml": `${group}names: [example]\n` }),
    );
    expect(faults).toEqual([]);
    expect(addresses).toMatchObject({ own: ["example.com", "example.org"], names: ["example"], chats: [] });
  });

  it("names what is no domain, with its line", () => {
    const { faults } = readAddresses(writeFiles({ "addresses.yaml": "chats:\n  - https://t.me/\n" }));
    expect(faults).toMatchObject([{ line: 2, message: expect.stringContaining("write a domain") }]);
  });

  it("stands once in a knowledge folder", () => {
    const { faults } = readAddresses(writeFiles({ "a/addresses.yaml": group, "b/addresses.yaml": group }));
    expect(faults).toMatchObject([{ message: expect.stringContaining("write them there only") }]);
  });
});
