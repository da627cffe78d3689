import { describe, expect, it } from "vitest";
import { crossValidate } from "../../src/evaluation/cross-validate.ts";
import { outOfScope } from "../../src/evaluation/judge.ts";
import type { Entry } from "../../src/knowledge/entry.ts";
import { createKnowledge, type Knowledge } from "../../src/knowledge/knowledge.ts";
import { learnModel } from "../../src/matching/model.ts";
import {
  answerWith,
  choiceWith,
  elsewhereWith,
  fiveAnswers,
  knowing,
  textWith,
} from "../support/small-entries.ts";

function validate(knowledge: Knowledge, folds = 3) {
  return crossValidate({ knowledge, calibration: learnModel(knowledge).calibration, folds });
}
const textsOf = (trials: ReturnType<typeof validate>) => trials.map(({ question }) => question.text);
const phrasesOf = (entries: readonly Entry[]) => entries.flatMap(({ text }) => text.en?.phrases ?? []);

/** No two phrases share a word or a piece of one, nor do titles with phrases. */
const unlike = [
  answerWith("111", ["aaaa", "bbbb", "cccc"]),
  answerWith("222", ["dddd", "eeee", "ffff", "gggg"]),
];

describe("a cross-validation", () => {
  it.each([2, 3, 5, 20])("in %i folds holds each phrase back exactly once", (folds) => {
    expect(textsOf(validate(knowing(fiveAnswers), folds)).sort()).toEqual([...phrasesOf(fiveAnswers)].sort());
  });

  it.each([2, 3, 10])("in %i folds never lets the matcher see the phrase that it asks", (folds) => {
    for (const { match } of validate(knowing(unlike), folds)) {
      expect(match.outcome).toBe("decline");
      expect(match.candidates.map(({ confidence }) => confidence)).toEqual([0, 0]);
    }
  });

  it("lets the matcher see the other phrases of the entry", () => {
    const alike = ["my door is shut", "a door is shut", "the door was shut", "our door is shut"];
    const trials = validate(
      knowing([answerWith("door", alike), answerWith("food", ["rice", "soup", "cake"])]),
      4,
    );
    const taken = trials.filter(({ question }) => question.entry === "door").map((trial) => trial.taken);
    expect(taken).toEqual(["door", "door", "door", "door"]);
  });

  it("lets the matcher see titles", () => {
    const titled = { ...unlike[0], text: { en: textWith("aaaa", ["aaaa", "bbbb"]) } } as Entry;
    const [trial] = validate(knowing([titled, ...unlike.slice(1)]), 2);
    expect([trial?.question.text, trial?.taken]).toEqual(["aaaa", "111"]);
  });

  it("leaves the knowledge as it was", () => {
    const knowledge = knowing(fiveAnswers);
    const before = structuredClone(knowledge.entries);
    validate(knowledge);
    expect(knowledge.entries).toEqual(before);
  });

  it("of the same knowledge gives the same", () => {
    expect(validate(knowing(fiveAnswers))).toEqual(validate(knowing(fiveAnswers)));
  });

  it("of no entries asks nothing", () => {
    expect(validate(knowing([]))).toEqual([]);
  });

  it("asks phrases of every language, each in its own", () => {
    const entry = {
      ...answerWith("key", []),
      text: { en: textWith("Key", ["lost"]), vi: textWith("Khóa", ["mất"]) },
    };
    const trials = validate(createKnowledge({ entries: [entry], languages: ["en", "vi"] }));
    expect(trials.map(({ question }) => [question.text, question.language])).toEqual([
      ["lost", "en"],
      ["mất", "vi"],
    ]);
  });

  // Only the phrase's place is held back: the same words in the other language, elsewhere in its list, are learned.
  it("never lets the matcher see a phrase that the entry has in both languages", () => {
    const both = {
      ...answerWith("111", []),
      text: { en: textWith("111", ["aaaa"]), vi: textWith("111", ["bbbb", "aaaa"]) },
    };
    const knowledge = createKnowledge({ entries: [both, ...unlike.slice(1)], languages: ["en", "vi"] });
    const [trial] = validate(knowledge, 2);
    expect([trial?.question.text, trial?.match.outcome]).toEqual(["aaaa", "decline"]);
  });
});

describe("the labels of a phrase", () => {
  const entries = [
    answerWith("phone", ["phone"]),
    answerWith("password", ["password"]),
    { ...answerWith("root-password", ["root"]), refines: "password" },
    { ...answerWith("iam-password", ["iam"]), refines: "password" },
    elsewhereWith("cooking", ["rice"]),
    choiceWith("which-password", ["root-password", "iam-password"], ["which"]),
    choiceWith("sign-in", ["phone", "which-password"], ["sign"]),
    choiceWith("home", ["sign-in", "cooking"], ["help"]),
  ];
  const trials = validate(knowing(entries, { home: "home" }), 1);
  const labels = new Map(trials.map(({ question }) => [question.text, question.labels]));

  it.each([
    ["an answer: itself", "phone", ["phone"]],
    ["an entry that refines another: that one", "root", ["password"]],
    ["an elsewhere: out-of-scope", "rice", [outOfScope]],
    ["a choice: what is behind it, each once", "which", ["password"]],
    ["a choice of choices: what is behind them", "sign", ["phone", "password"]],
  ])("of %s", (_what, phrase, expected) => {
    expect(labels.get(phrase)).toEqual(expected);
  });

  it("of the front page are asked for nowhere", () => {
    expect(labels.has("help")).toBe(false);
  });
});
