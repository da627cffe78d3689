import { describe, expect, it } from "vitest";
import type { Entry } from "../../src/knowledge/entry.ts";
import { textsOf } from "../../src/knowledge/knowledge.ts";
import { calibrate } from "../../src/matching/calibrate.ts";
import { relateEntries } from "../../src/matching/entry-relations.ts";
import { toDocument } from "../../src/matching/ranker.ts";
import { createFindMeanings } from "../../src/matching/synonyms.ts";
import { answerWith, choiceWith, elsewhereWith, fiveAnswers } from "../support/small-entries.ts";

const none = createFindMeanings([]);

function calibrated(entries: readonly Entry[]) {
  const documents = entries.flatMap((entry) =>
    textsOf(entry).flatMap(([, { phrases }]) => phrases.map((phrase) => toDocument(phrase, entry.id, none))),
  );
  return calibrate(documents, relateEntries(entries, undefined));
}
const cutsOf = ({ oursFrom, answerFrom, chooseFrom, suggestFrom }: ReturnType<typeof calibrate>) => [
  oursFrom,
  answerFrom,
  chooseFrom,
  suggestFrom,
];
const cooking = elsewhereWith("cooking", ["how long do i boil rice", "recipe for a soup", "bake a cake"]);
const choice = choiceWith("sign-in", ["lost-phone", "forgot-password"], ["cannot sign in", "login problem"]);

describe("a calibration", () => {
  it.each<[string, readonly Entry[]]>([
    ["no entries", []],
    ["one entry of one phrase", [answerWith("a", ["help me"])]],
    ["one entry of many phrases", fiveAnswers.slice(0, 1)],
    ["two entries", fiveAnswers.slice(0, 2)],
    ["entries of one phrase each", ["a", "b", "c", "d", "e"].map((id) => answerWith(id, [`only ${id}`]))],
    ["elsewhere entries only", [cooking]],
    ["phrases without words", [answerWith("a", ["?", "!"]), answerWith("b", ["..."])]],
    ["entries of every kind", [...fiveAnswers, cooking, choice]],
  ])("of %s has cuts from 0 to 1", (_what, entries) => {
    const cuts = cutsOf(calibrated(entries));
    expect(cuts.every((cut) => cut >= 0 && cut <= 1)).toBe(true);
  });

  it("of the same phrases is the same", () => {
    expect(calibrated(fiveAnswers)).toEqual(calibrated(fiveAnswers));
  });

  it("asks what is ours only where something is elsewhere", () => {
    expect([calibrated(fiveAnswers).ours, calibrated([...fiveAnswers, cooking]).ours]).toEqual([
      undefined,
      expect.anything(),
    ]);
  });

  it("of entries that cannot be told apart answers only from half sure on", () => {
    const phrases = ["lost it", "where is it", "it is gone", "find it for me"];
    expect(
      calibrated([answerWith("a", phrases), answerWith("b", phrases)]).answerFrom,
    ).toBeGreaterThanOrEqual(0.5);
  });

  it("of nothing answers nothing, asks nothing and suggests nothing", () => {
    const { answerFrom, chooseFrom, suggestFrom } = calibrated([]);
    expect([answerFrom, chooseFrom, suggestFrom]).toEqual([1, 1, 1]);
  });

  it("without choices never asks one", () => {
    expect(calibrated(fiveAnswers).chooseFrom).toBe(1);
  });
});
