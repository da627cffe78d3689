import { describe, expect, it } from "vitest";
import {
  bestSignals,
  familySignals,
  likeliestFamily,
  oursSignals,
} from "../../src/matching/confidence-signals.ts";
import { relateEntries } from "../../src/matching/entry-relations.ts";
import { type Reading, readRanking } from "../../src/matching/reading.ts";
import { namingNothing } from "../support/naming-nothing.ts";
import { answerWith, choiceWith, elsewhereWith } from "../support/small-entries.ts";

const entries = [
  answerWith("phone", []),
  answerWith("password", []),
  answerWith("bill", []),
  answerWith("close", []),
  elsewhereWith("cooking", []),
  choiceWith("sign-in", ["phone", "password"], []),
  choiceWith("money", ["bill", "phone"], []),
];
const relations = relateEntries(entries, undefined);

function ranking(probabilities: Readonly<Record<string, number>>, understood = 1): Reading {
  const candidates = Object.entries(probabilities).map(([entry, probability]) => ({ entry, probability }));
  return readRanking(
    { candidates, information: understood, understood, words: 3, names: namingNothing },
    relations,
  );
}

describe("what speaks for the best candidate", () => {
  const [likely = 0] = bestSignals(ranking({ phone: 0.9, bill: 0.1 }), relations);
  const [unlikely = 0] = bestSignals(ranking({ phone: 0.5, bill: 0.5 }), relations);

  it("is first how likely it is, as log odds", () => {
    expect(likely).toBeCloseTo(Math.log(9), 3);
    expect(unlikely).toBeCloseTo(0);
  });

  it("is as finite for what is certain and for what is impossible", () => {
    const extremes = [
      ranking({ phone: 1, cooking: 0 }),
      ranking({ phone: 0 }),
      ranking({}),
      ranking({ phone: 1 }, 0),
    ];
    for (const extreme of extremes) {
      const signals = [...bestSignals(extreme, relations), ...oursSignals(extreme)];
      expect(signals.every(Number.isFinite)).toBe(true);
    }
  });

  it("does not depend on how likely an elsewhere is", () => {
    const without = bestSignals(ranking({ phone: 0.6, bill: 0.2 }), relations);
    const other = bestSignals(ranking({ phone: 0.3, bill: 0.1, cooking: 0.6 }), relations);
    for (const index of [0, 1, 2]) expect(other[index]).toBeCloseTo(without[index] ?? Number.NaN);
  });

  it("counts an entry together with the one that it refines", () => {
    const [phone, ...others] = entries;
    const refined = relateEntries(
      [...others, phone, answerWith("new-phone", [])].flatMap((entry) =>
        entry ? [{ ...entry, ...(entry.id === "new-phone" && { refines: "phone" }) }] : [],
      ),
      undefined,
    );
    const [together = 0] = bestSignals(ranking({ phone: 0.5, "new-phone": 0.4, bill: 0.1 }), refined);
    expect(together).toBeCloseTo(Math.log(9), 3);
  });

  it("is more when the next meaning is further behind", () => {
    const [, near = 0] = bestSignals(ranking({ phone: 0.5, bill: 0.5 }), relations);
    const [, far = 0] = bestSignals(ranking({ phone: 0.5, bill: 0.2, password: 0.3 }), relations);
    expect(far).toBeGreaterThan(near);
  });

  it("is more when more is understood", () => {
    const [all, half] = [1, 0.5].map((understood) =>
      bestSignals(ranking({ phone: 0.5, bill: 0.5 }, understood), relations).reduce((sum, x) => sum + x, 0),
    );
    expect(all).toBeGreaterThan(half ?? 0);
  });
});

describe("what speaks for a question being ours", () => {
  const first = (probabilities: Readonly<Record<string, number>>) =>
    oursSignals(ranking(probabilities))[0] ?? 0;

  it("is first the log odds of all entries together that are no elsewhere", () => {
    expect(first({ phone: 0.5, cooking: 0.2, bill: 0.3 })).toBeCloseTo(Math.log(4), 3);
  });

  it("does not depend on which of ours it is", () => {
    expect(first({ phone: 0.5, bill: 0.3, cooking: 0.2 })).toBeCloseTo(
      first({ password: 0.8, cooking: 0.2 }),
    );
  });
});

describe("what a question names", () => {
  const named = (names: Partial<Reading["names"]>) =>
    oursSignals({ ...ranking({ phone: 0.5, cooking: 0.5 }), names: { ...namingNothing, ...names } });

  it("counts once for each kind of name", () => {
    expect(named({})).toHaveLength(8);
    expect(named({ ours: ["aws", "iam"], others: ["zalo"] }).slice(2, 7)).toEqual([1, 0, 0, 1, 0]);
    expect(named({ hint: ["mfa"], used: ["s3"], unknown: ["blorbo"] }).slice(2, 7)).toEqual([0, 1, 1, 0, 1]);
  });
});

describe("what speaks for a family", () => {
  it("is first its share, as log odds", () => {
    expect(familySignals(ranking({ phone: 0.4, password: 0.35 }), 0.75)[0]).toBeCloseTo(Math.log(3), 3);
  });
});

describe("the likeliest family", () => {
  it("is the choice whose entries together are the likeliest", () => {
    const { choice, share } =
      likeliestFamily(ranking({ phone: 0.4, bill: 0.3, password: 0.2, money: 0.1 }), relations) ?? {};
    expect([choice, share]).toEqual(["money", expect.closeTo(0.8)]);
  });

  it("is one that the best candidate belongs to, even where another is likelier", () => {
    const found = likeliestFamily(ranking({ password: 0.4, bill: 0.3, money: 0.3 }), relations);
    expect(found?.choice).toBe("sign-in");
  });

  it("is that of the choice itself when it is the best candidate", () => {
    expect(likeliestFamily(ranking({ "sign-in": 0.6, phone: 0.4 }), relations)).toMatchObject({
      choice: "sign-in",
      share: 1,
    });
  });

  it.each([
    ["the best candidate of ours belongs to no choice", { cooking: 0.9, close: 0.1 }],
    ["there is no candidate", {}],
  ])("is none where %s", (_what, probabilities) => {
    expect(likeliestFamily(ranking(probabilities), relations)).toBeUndefined();
  });
});
