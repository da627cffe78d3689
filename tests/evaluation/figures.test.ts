import { describe, expect, it } from "vitest";
import { byLabel, confusions, figuresOf, wentWrong } from "../../src/evaluation/figures.ts";
import { outOfScope, type Verdict } from "../../src/evaluation/judge.ts";

const helped: Verdict = {
  question: { text: "helped", labels: ["phone"], language: "en" },
  inScope: true,
  outcome: "answer",
  taken: "phone",
  isTop1: true,
  isTop3: true,
  isHelped: true,
  answered: "rightly",
  isSentAway: false,
  ours: 0.9,
};
const missed: Verdict = {
  question: { text: "missed", labels: ["bill"], language: "en" },
  inScope: true,
  outcome: "answer",
  taken: "phone",
  isTop1: false,
  isTop3: true,
  isHelped: false,
  answered: "wrongly",
  isSentAway: false,
  ours: 0.8,
};
const declined: Verdict = { ...missed, outcome: "decline", isTop3: false, answered: "not", isSentAway: true };
const sentAway: Verdict = {
  question: { text: "sent away", labels: [outOfScope], language: "en" },
  inScope: false,
  outcome: "decline",
  taken: outOfScope,
  isTop1: true,
  isTop3: true,
  isHelped: false,
  answered: "not",
  isSentAway: true,
  ours: 0.2,
};
const answeredAll: Verdict = {
  ...sentAway,
  outcome: "answer",
  taken: "bill",
  isTop1: false,
  answered: "wrongly",
  isSentAway: false,
};
const offered: Verdict = { ...answeredAll, outcome: "suggest", answered: "not" };

describe("figures", () => {
  it("are shares of the questions that are ours", () => {
    expect(figuresOf([helped, helped, missed, declined])).toEqual({
      inScope: 4,
      top1: 50,
      top3: 75,
      helped: 50,
      answeredRightly: 50,
      answeredWrongly: 25,
      lost: 25,
      outOfScope: 0,
    });
  });

  it("are shares of the questions that are not ours", () => {
    expect(figuresOf([sentAway, sentAway, answeredAll, offered])).toEqual({
      inScope: 0,
      outOfScope: 4,
      answeredAll: 25,
      offered: 25,
      sentAway: 50,
    });
  });

  it("count a question as one kind only", () => {
    expect(figuresOf([helped, sentAway])).toMatchObject({
      inScope: 1,
      top1: 100,
      outOfScope: 1,
      sentAway: 100,
    });
  });

  it("say how well the probability of being ours tells both sides apart", () => {
    expect(figuresOf([helped, sentAway]).separation).toBe(100);
    expect(figuresOf([helped, { ...sentAway, ours: 0.95 }, sentAway]).separation).toBe(50);
  });

  it("say who is spoken to unasked, where that was looked at", () => {
    const spoken = [helped, sentAway].map((verdict) => ({ ...verdict, speaks: true }));
    expect(figuresOf([...spoken, { ...missed, speaks: false }])).toMatchObject({
      spokenTo: 50,
      strangersSpokenTo: 100,
    });
  });

  it("do not count an elsewhere for what is not ours as answered", () => {
    expect(figuresOf([{ ...sentAway, outcome: "answer", answered: "rightly" }]).answeredAll).toBe(0);
  });

  it("of no question have no shares", () => {
    expect(figuresOf([])).toEqual({ inScope: 0, outOfScope: 0 });
  });
});

describe("figures by label", () => {
  it("have the weakest label first", () => {
    expect(byLabel([helped, missed, sentAway, answeredAll])).toEqual([
      { label: "bill", questions: 1, top1: 0 },
      { label: outOfScope, questions: 2, top1: 50 },
      { label: "phone", questions: 1, top1: 100 },
    ]);
  });

  it("count a question with two labels for both", () => {
    const both = { ...helped, question: { ...helped.question, labels: ["phone", "bill"] } };
    expect(byLabel([both, missed])).toEqual([
      { label: "bill", questions: 2, top1: 50 },
      { label: "phone", questions: 1, top1: 100 },
    ]);
  });

  it("of no question are none", () => {
    expect(byLabel([])).toEqual([]);
  });
});

describe("what was taken for what", () => {
  it("has the most frequent first and leaves out what was taken rightly", () => {
    expect(confusions([helped, answeredAll, missed, declined])).toEqual([
      { labels: "bill", taken: "phone", count: 2 },
      { labels: outOfScope, taken: "bill", count: 1 },
    ]);
  });

  it("names all labels of a question", () => {
    const both = { ...missed, question: { ...missed.question, labels: ["bill", outOfScope] } };
    expect(confusions([both])).toEqual([{ labels: `bill or ${outOfScope}`, taken: "phone", count: 1 }]);
  });
});

describe("what went wrong", () => {
  it.each<[string, Verdict, boolean]>([
    ["helped", helped, false],
    ["answered wrongly", missed, true],
    ["answered wrongly though offered too", { ...missed, isHelped: true }, true],
    ["ours and declined", declined, true],
    ["ours and taken for something else, but offered", { ...missed, isHelped: true, answered: "not" }, false],
    ["not ours and sent away", sentAway, false],
    ["not ours and answered", answeredAll, true],
    ["not ours and offered something", offered, true],
    ["not ours, sent away, and spoken to unasked", { ...sentAway, speaks: true }, true],
  ])("%s", (_what, verdict, isWrong) => {
    expect(wentWrong([verdict])).toEqual(isWrong ? [verdict] : []);
  });
});
