import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Fact } from "../../src/answer/fact.ts";
import { countFacts } from "../../src/insight/report.ts";

describe("a report of facts", () => {
  it("nothing happened where there are no facts", () => {
    expect(countFacts([])).toEqual([]);
  });

  it.each(["answered", "not-meant", "solved", "stuck", "drafted", "sent"] as const)(
    "%s is counted for its entry, whatever the language",
    (kind) => {
      const facts: readonly Fact[] = [
        { kind, entry: "manage-account", locale: "en" },
        { kind, entry: "manage-account", locale: "vi" },
      ];
      expect(countFacts(facts)).toEqual([{ what: `${kind} manage-account`, count: 2 }]);
    },
  );

  it.each(["asked", "declined"] as const)("%s is counted for its language", (kind) => {
    const facts: readonly Fact[] = [
      { kind, locale: "vi" },
      { kind, locale: "en" },
      { kind, locale: "vi" },
    ];
    expect(countFacts(facts)).toEqual([
      { what: `${kind} (vi)`, count: 2 },
      { what: `${kind} (en)`, count: 1 },
    ]);
  });

  it("a silence is counted for its reason, whatever the language", () => {
    const facts: readonly Fact[] = [
      { kind: "kept-quiet", because: "no-name", locale: "en" },
      { kind: "kept-quiet", because: "unclear", locale: "en" },
      { kind: "kept-quiet", because: "no-name", locale: "vi" },
    ];
    expect(countFacts(facts)).toEqual([
      { what: "kept-quiet (no-name)", count: 2 },
      { what: "kept-quiet (unclear)", count: 1 },
    ]);
  });

  it("a suggestion is counted for each entry it named", () => {
    const facts: readonly Fact[] = [
      { kind: "suggested", entries: ["manage-account", "contact-billing"], locale: "en" },
    ];
    expect(countFacts(facts)).toEqual([
      { what: "suggested contact-billing", count: 1 },
      { what: "suggested manage-account", count: 1 },
    ]);
  });

  it("what happened most often comes first, and equals by the alphabet", () => {
    const facts: readonly Fact[] = [
      { kind: "stuck", entry: "b", locale: "en" },
      { kind: "solved", entry: "z", locale: "en" },
      { kind: "stuck", entry: "a", locale: "en" },
      { kind: "solved", entry: "z", locale: "en" },
    ];
    expect(countFacts(facts).map(({ what }) => what)).toEqual(["solved z", "stuck a", "stuck b"]);
  });

  it("any facts give the same report in any order, the highest count first", () => {
    const fact = fc.oneof(
      fc.record({
        kind: fc.constantFrom("answered", "solved", "stuck"),
        entry: fc.constantFrom("a", "b", "đ", "__proto__"),
        locale: fc.constantFrom("en", "vi"),
      }),
      fc.record({ kind: fc.constantFrom("asked", "declined"), locale: fc.constantFrom("en", "vi") }),
    );
    const shuffled = fc.array(fact).chain((facts) =>
      fc.record({
        facts: fc.constant(facts),
        other: fc.shuffledSubarray(facts, { minLength: facts.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ facts, other }) => {
        const report = countFacts(facts);
        expect(countFacts(other)).toEqual(report);
        expect(report.reduce((sum, { count }) => sum + count, 0)).toBe(facts.length);
        expect(report.map(({ count }) => count)).toEqual(
          report.map(({ count }) => count).sort((a, b) => b - a),
        );
      }),
    );
  });
});
