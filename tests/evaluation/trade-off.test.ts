import { describe, expect, it } from "vitest";
import { outOfScope, type Verdict } from "../../src/evaluation/judge.ts";
import { createVerdictsAt } from "../../src/evaluation/move-cut.ts";
import { drawTradeOffs, tradeOffsOf } from "../../src/evaluation/trade-off.ts";
import { learnModel } from "../../src/matching/model.ts";
import { elsewhereWith, fiveAnswers, knowing } from "../support/small-entries.ts";

interface Asked {
  readonly ours: number;
  readonly label: string;
  readonly language?: string;
}

/** What becomes of questions that are answered from their own probability on. */
function answeringFrom(asked: readonly Asked[]): (cut: number) => readonly Verdict[] {
  return (cut) =>
    asked.map(({ ours, label, language = "en" }) => {
      const inScope = label !== outOfScope;
      const isAnswered = ours >= cut;
      const answer = inScope ? "rightly" : "wrongly";
      return {
        question: { text: label, labels: [label], language },
        inScope,
        outcome: isAnswered ? "answer" : "decline",
        taken: "phone",
        isTop1: inScope,
        isTop3: inScope,
        isHelped: inScope && isAnswered,
        answered: isAnswered ? answer : "not",
        isSentAway: !isAnswered,
        ours,
      };
    });
}

const asked: readonly Asked[] = [
  { ours: 0.95, label: "phone" },
  { ours: 0.5, label: "phone" },
  { ours: 0.7, label: outOfScope },
  { ours: 0.1, label: outOfScope },
];

describe("the trade-off of a cut", () => {
  const [english] = tradeOffsOf(answeringFrom(asked), 0.885);

  it("goes from answers to everybody to answers to nobody", () => {
    expect(english?.points.at(0)).toEqual({ cut: 0, strangers: 100, ours: 100 });
    expect(english?.points.at(-1)).toEqual({ cut: 1, strangers: 0, ours: 0 });
  });

  it("holds for each cut what it brings and costs", () => {
    const at = (wanted: number) => english?.points.find(({ cut }) => cut === wanted);
    expect(at(0.3)).toMatchObject({ strangers: 50, ours: 100 });
    expect(at(0.6)).toMatchObject({ strangers: 50, ours: 50 });
  });

  it("holds the cut in use, among the others and in its place", () => {
    expect(english?.present).toEqual({ cut: 0.885, strangers: 0, ours: 50 });
    const cuts = english?.points.map(({ cut }) => cut) ?? [];
    expect(cuts).toContain(0.885);
    expect(cuts).toEqual([...cuts].sort((one, other) => one - other));
  });

  it("is told for each language, but not for one without strangers", () => {
    const mixed = [
      ...asked,
      { ours: 0.9, label: "phone", language: "vi" },
      { ours: 0.2, label: outOfScope, language: "vi" },
      { ours: 0.9, label: "phone", language: "fr" },
    ];
    expect(tradeOffsOf(answeringFrom(mixed), 0.5).map(({ language }) => language)).toEqual(["en", "vi"]);
  });
});

describe("the verdicts at a cut", () => {
  const knowledge = knowing([...fiveAnswers, elsewhereWith("cooking", ["how to cook rice", "soup is cold"])]);
  const question = { text: "i forgot my password", labels: ["forgot-password"], language: "en" };
  const verdictsAt = createVerdictsAt([question], knowledge, learnModel(knowledge));

  it("answer outright below what the question reaches, and not above", () => {
    expect(verdictsAt(0)[0]?.answered).toBe("rightly");
    expect(verdictsAt(1)[0]?.answered).toBe("not");
  });
});

describe("the drawing", () => {
  const vietnamese = asked.map((one) => ({ ...one, language: "vi" }));
  const svg = drawTradeOffs(tradeOffsOf(answeringFrom([...asked, ...vietnamese]), 0.88));

  it("has a line for each language, with the cut in use marked on it", () => {
    expect(svg.match(/<circle class="line line-\d present"/g)).toHaveLength(2);
    expect(svg).toContain("en: now at 0.88");
    expect(svg).toContain("vi: now at 0.88");
  });

  it("names its axes, and has colours for light and dark pages", () => {
    expect(svg).toContain("strangers answered outright as ours");
    expect(svg).toContain("ours answered outright and rightly");
    expect(svg).toContain("prefers-color-scheme: dark");
  });

  it("keeps everything within the picture", () => {
    for (const [, x, y] of svg.matchAll(/[ML](\d[\d.]*) (\d[\d.]*)/g)) {
      expect(Number(x)).toBeLessThanOrEqual(640);
      expect(Number(y)).toBeLessThanOrEqual(404);
    }
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });
});
