import { describe, expect, it } from "vitest";
import type { Entry } from "../../src/knowledge/entry.ts";
import { textsOf } from "../../src/knowledge/knowledge.ts";
import type { LabelledQuestion } from "../../src/knowledge/questions.ts";
import { calibrateOnPhrases, calibrateOnQuestions } from "../../src/matching/calibrate.ts";
import { confidenceOf } from "../../src/matching/confidence.ts";
import { oursSignals } from "../../src/matching/confidence-signals.ts";
import { relateEntries } from "../../src/matching/entry-relations.ts";
import { learnModel, learnRanker } from "../../src/matching/model.ts";
import { createRank, toDocument } from "../../src/matching/ranker.ts";
import { readRanking } from "../../src/matching/reading.ts";
import { createFindMeanings } from "../../src/matching/synonyms.ts";
import { answerWith, choiceWith, elsewhereWith, fiveAnswers, knowing } from "../support/small-entries.ts";

const none = createFindMeanings([]);

function calibrated(entries: readonly Entry[]) {
  const documents = entries.flatMap((entry) =>
    textsOf(entry).flatMap(([, { phrases }]) => phrases.map((phrase) => toDocument(phrase, entry.id, none))),
  );
  return calibrateOnPhrases(documents, relateEntries(entries, undefined));
}
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
    const cuts = Object.values(calibrated(entries).cuts);
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
      calibrated([answerWith("a", phrases), answerWith("b", phrases)]).cuts.sureBest,
    ).toBeGreaterThanOrEqual(0.5);
  });

  it("of nothing answers nothing, asks nothing and suggests nothing", () => {
    expect(calibrated([]).cuts).toMatchObject({ sureBest: 1, perhapsBest: 1, sureFamily: 1 });
  });

  it("without choices never asks one", () => {
    expect(calibrated(fiveAnswers).cuts.sureFamily).toBe(1);
  });
});

describe("a calibration on questions", () => {
  const knowledge = knowing([...fiveAnswers, cooking], {
    questions: [
      ...["my phone with the codes is gone", "i lost the phone"].map((text) => asked(text, ["lost-phone"])),
      ...["the password is forgotten", "reset my password"].map((text) => asked(text, ["forgot-password"])),
      ...["what do i cook tonight", "a soup of beans", "how long does cake bake"].map((text) =>
        asked(text, []),
      ),
    ],
  });
  const relations = relateEntries(knowledge.entries, undefined);
  const rank = createRank(learnRanker(knowledge), knowledge);
  const calibration = calibrateOnQuestions(knowledge.questions, rank, relations);
  const oursOf = (text: string) =>
    calibration.ours
      ? confidenceOf(calibration.ours, oursSignals(readRanking(rank(text).whole, relations)))
      : 1;

  it("tells what is ours from what is not", () => {
    expect(oursOf("my phone was stolen")).toBeGreaterThan(oursOf("which recipe has beans"));
  });

  it("is not learned from questions that are held back", () => {
    const strange = { ...asked("how long do i boil rice", ["no-sms"]), isHeldBack: true };
    expect(calibrateOnQuestions([...knowledge.questions, strange], rank, relations)).toEqual(calibration);
  });

  it("is the one that a model of such a knowledge has", () => {
    expect(learnModel(knowledge).calibration).toEqual(calibration);
  });
});

function asked(text: string, entries: readonly string[]): LabelledQuestion {
  return { text, entries, language: "en", isHeldBack: false };
}
