import { describe, expect, it } from "vitest";
import {
  bestSignals,
  familySignals,
  inScopeSignals,
  likeliestFamily,
} from "../../src/matching/confidence-signals.ts";
import { relateEntries } from "../../src/matching/entry-relations.ts";
import type { Ranking } from "../../src/matching/ranker.ts";
import { answerWith, choiceWith, elsewhereWith } from "../support/small-entries.ts";

const entries = [
  answerWith("phone", []),
  answerWith("password", []),
  answerWith("bill", []),
  elsewhereWith("cooking", []),
  choiceWith("sign-in", ["phone", "password"], []),
  choiceWith("money", ["bill", "phone"], []),
];
const relations = relateEntries(entries, undefined);

function ranking(probabilities: Readonly<Record<string, number>>, understood = 1): Ranking {
  const candidates = Object.entries(probabilities).map(([entry, probability]) => ({ entry, probability }));
  return { candidates, information: understood, understood };
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
      const signals = [...bestSignals(extreme, relations), ...inScopeSignals(extreme, relations)];
      expect(signals.every(Number.isFinite)).toBe(true);
    }
  });

  it("is the same for an entry of ours and an elsewhere, each as likely on its side", () => {
    const ours = bestSignals(ranking({ phone: 0.7, cooking: 0.3 }), relations);
    const other = bestSignals(ranking({ cooking: 0.7, phone: 0.3 }), relations);
    ours.forEach((signal, index) => {
      expect(other[index]).toBeCloseTo(signal);
    });
  });

  it("is less when its own side is less likely", () => {
    const among = (others: Readonly<Record<string, number>>) =>
      bestSignals(ranking({ phone: 0.5, ...others }), relations).reduce((sum, signal) => sum + signal, 0);
    expect(among({ cooking: 0.5 })).toBeLessThan(among({ bill: 0.5 }));
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
    inScopeSignals(ranking(probabilities), relations)[0] ?? 0;

  it("is first the log odds of all entries together that are no elsewhere", () => {
    expect(first({ phone: 0.5, cooking: 0.2, bill: 0.3 })).toBeCloseTo(Math.log(4), 3);
  });

  it("does not depend on which of ours it is", () => {
    expect(first({ phone: 0.5, bill: 0.3, cooking: 0.2 })).toBeCloseTo(
      first({ password: 0.8, cooking: 0.2 }),
    );
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
    ["the best candidate belongs to no choice", { cooking: 0.9, phone: 0.1 }],
    ["there is no candidate", {}],
  ])("is none where %s", (_what, probabilities) => {
    expect(likeliestFamily(ranking(probabilities), relations)).toBeUndefined();
  });
});
