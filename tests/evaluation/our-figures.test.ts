import { describe, expect, it } from "vitest";
import { crossValidate } from "../../src/evaluation/cross-validate.ts";
import { figuresOf } from "../../src/evaluation/figures.ts";
import { ourKnowledge, ourModel } from "../support/our-knowledge.ts";

/**
 * What our knowledge and matcher must reach together, in percent, about 4 points below what they did on
 * 2026-11-29 with 87 entries (the best candidate was right more often with 62, that had fewer neighbours). When this fails: `npm run eval -- --cross-validate` shows which entries lost. After an edit of
 * knowledge/, look for phrases in the wrong entry (`npm run check:knowledge -- --all`) and for entries that need
 * more; after an edit of src/matching/, take it back or make it better. A bound is moved only when the loss is
 * wanted, together with the change that causes it; when the figures have grown for good, it follows them.
 */
const bounds = {
  en: {
    atLeast: { top1: 77, top3: 93, helped: 86, answeredRightly: 40 },
    atMost: { answeredWrongly: 4, answeredAll: 3 },
  },
  vi: {
    atLeast: { top1: 79, top3: 92, helped: 87, answeredRightly: 45 },
    atMost: { answeredWrongly: 4, answeredAll: 3 },
  },
} as const;

const trials = crossValidate({ knowledge: ourKnowledge, calibration: ourModel.calibration, folds: 5 });

describe.each(["en", "vi"] as const)("our phrases in %s, each held back once", (language) => {
  const figures = figuresOf(trials.filter(({ question }) => question.language === language));
  const { atLeast, atMost } = bounds[language];

  it.each([
    ["have the right entry as the best candidate", "top1"],
    ["have it among the first three", "top3"],
    ["are helped", "helped"],
    ["are answered outright and rightly", "answeredRightly"],
  ] as const)("%s often enough", (_, figure) => {
    expect(figures[figure]).toBeGreaterThanOrEqual(atLeast[figure]);
  });

  it.each([
    ["are answered with a wrong entry", "answeredWrongly"],
    ["are answered as if they were ours, where they are not,", "answeredAll"],
  ] as const)("%s seldom", (_, figure) => {
    expect(figures[figure]).toBeLessThanOrEqual(atMost[figure]);
  });
});
