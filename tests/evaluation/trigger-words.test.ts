import { describe, expect, it } from "vitest";
import { triggerWords } from "../../src/evaluation/trigger-words.ts";
import type { Match } from "../../src/matching/match.ts";
import type { MatchQuestion } from "../../src/matching/matcher.ts";
import { namingNothing } from "../support/naming-nothing.ts";
import { fiveAnswers, knowing, learned } from "../support/small-entries.ts";

const made = { candidates: [], ours: 1, certainty: 1, names: namingNothing };
const answer = (entry: string): Match => ({ ...made, outcome: "answer", entry });
const decline: Match = { ...made, outcome: "decline" };

/** Answers what speaks of keys and what speaks of doors, in that order, and declines all else. */
const matchThings: MatchQuestion = (question) => {
  if (question.includes("key")) return answer("lost-key");
  return question.includes("door") ? answer("stuck-door") : decline;
};

describe("the words that a result hangs on", () => {
  it.each([
    ["are those without which it is another", "where is my key now", ["key"]],
    ["may lead to another answer", "key of the door", ["key"]],
    ["are none where any of two is enough", "key or key", []],
    ["are none where nothing would change", "where is it", []],
    ["are none of nothing", "", []],
    ["are written as they stand", "the KEY? (key!)", ["(key!)"]],
    ["are parted by any space", "my\n\tkey ", ["key"]],
  ])("%s", (_what, question, words) => {
    expect(triggerWords(question, matchThings)).toEqual(words);
  });

  it("are each named once, in their order", () => {
    const needsAll: MatchQuestion = (question) =>
      question.split(" ").length < 4 ? decline : answer("lost-key");
    expect(triggerWords("my key my door", needsAll)).toEqual(["my", "key", "door"]);
  });

  it("count where the outcome changes and the entry stays", () => {
    const asks: MatchQuestion = (question) =>
      question.includes("please") ? { ...made, outcome: "choice", entry: "home" } : answer("home");
    expect(triggerWords("help me please", asks)).toEqual(["please"]);
  });

  it("do not count where other entries are suggested", () => {
    const suggests: MatchQuestion = (question) => ({
      ...made,
      outcome: "suggest",
      entries: question.split(" "),
    });
    expect(triggerWords("one two", suggests)).toEqual([]);
  });

  it("are looked for in 60 words, and in no more", () => {
    const words = (count: number) => [...Array.from({ length: count - 1 }, (_, index) => `w${index}`), "key"];
    expect(triggerWords(words(60).join(" "), matchThings)).toEqual(["key"]);
    expect(triggerWords(words(61).join(" "), matchThings)).toEqual([]);
  });

  it("are found with a matcher that has learned", () => {
    const match = learned(knowing(fiveAnswers));
    expect(match("invoice pizza")).toMatchObject({ outcome: "answer", entry: "wrong-bill" });
    expect(triggerWords("invoice pizza", match)).toEqual(["invoice"]);
  });
});
