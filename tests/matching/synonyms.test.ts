import { describe, expect, it } from "vitest";
import { toWords } from "../../src/lib/normalise.ts";
import type { Match } from "../../src/matching/match.ts";
import { learnRanker } from "../../src/matching/model.ts";
import { createRank } from "../../src/matching/ranker.ts";
import { createFindMeanings } from "../../src/matching/synonyms.ts";
import { fiveAnswers, knowing, learned } from "../support/small-entries.ts";

const groups = [
  ["phone", "handset", "cell-phone", "điện thoại"],
  ["gone", "vanished without a trace", "can't find"],
  ["mfa", "2fa"],
  ["authenticator", "mfa app on the phone"],
  ["sign in", "log in"],
];
const find = createFindMeanings(groups);
const meaningsIn = (text: string) => find(toWords(text));

describe("the meanings in a text", () => {
  it.each([
    ["the first of a group", "my phone", ["phone"]],
    ["another of its group", "my handset", ["phone"]],
    ["an expression of several words", "it vanished without a trace today", ["gone"]],
    ["two groups", "handset vanished without a trace", ["phone", "gone"]],
    ["one group twice", "phone or handset", ["phone"]],
    ["capital letters", "My HANDSET", ["phone"]],
    ["no accents where the group has them", "dien thoai", ["phone"]],
    ["accents where the group has none", "hàndsét", ["phone"]],
    ["a hyphen where the group has none", "Log-in", ["sign in"]],
    ["no hyphen where the group has one", "cell phone", ["phone"]],
    ["no apostrophe where the group has one", "cant find it", ["gone"]],
    ["a curly apostrophe", "can’t find it", ["gone"]],
    ["a part of an expression", "vanished without trace", []],
    ["its words in another order", "in log", []],
    ["a longer word", "handsets", []],
    ["no word", "", []],
  ])("%s: %s", (_what, text, meanings) => {
    expect(meaningsIn(text)).toEqual(meanings);
  });

  it("of two expressions that begin with the same word the longest counts alone", () => {
    expect(
      createFindMeanings([
        ["mfa", "2fa"],
        ["authenticator", "mfa app"],
      ])(["mfa", "app"]),
    ).toEqual(["authenticator"]);
  });

  it("an expression that begins like a longer one is found where the longer one ends differently", () => {
    expect(meaningsIn("mfa app on the desk")).toEqual(["mfa"]);
  });

  // The words within a longer expression are looked at again: "mfa app on the phone" is also "phone".
  it("the words within a longer expression mean nothing by themselves", () => {
    expect(meaningsIn("mfa app on the phone")).toEqual(["authenticator"]);
  });

  it("without groups there are none", () => {
    expect(createFindMeanings([])(["phone"])).toEqual([]);
  });

  it("an expression without a word is never found", () => {
    expect(createFindMeanings([["???", "🔑"]])(["phone"])).toEqual([]);
  });
});

describe("a question in words that only the synonyms have", () => {
  const plain = learned(knowing(fiveAnswers));
  const withSynonyms = learned(
    knowing(fiveAnswers, {
      synonyms: [
        ["phone", "handset", "cục gạch"],
        ["forgot", "can't recall"],
      ],
    }),
  );

  it.each([
    ["my handset", "lost-phone"],
    ["CUC-GACH!", "lost-phone"],
    ["cant recall", "forgot-password"],
  ])("%s: finds %s", (question, meant) => {
    const sureOf = ({ candidates }: Match) =>
      candidates.find((candidate) => candidate.entry === meant)?.confidence ?? 0;
    expect(withSynonyms(question).candidates[0]?.entry).toBe(meant);
    expect(sureOf(withSynonyms(question))).toBeGreaterThan(2 * sureOf(plain(question)));
  });

  it("is found with a typo in the synonym", () => {
    expect(withSynonyms("my hnadset")).toEqual(withSynonyms("my handset"));
  });

  it("is found from a word of the group that no phrase has to one that a phrase has", () => {
    const entries = knowing(fiveAnswers, { synonyms: [["gizmo", "handset", "phone"]] });
    expect(learned(entries)("my handset")).toMatchObject({ outcome: "answer", entry: "lost-phone" });
  });
});

describe("an expression whose words stand in different sentences", () => {
  const model = learnRanker(knowing(fiveAnswers, { synonyms: [["phone", "tin box"]] }));
  const rank = createRank(model, { synonyms: [["phone", "tin box"]] });
  /** Knows the same words, but no expression that the questions hold. */
  const rankWithout = createRank(model, { synonyms: [["phone", "box tin"]] });

  it("is found when they stand in one sentence", () => {
    expect(rank("it was a tin box").whole).not.toEqual(rankWithout("it was a tin box").whole);
  });

  it("is not found in either sentence", () => {
    const question = "it was tin. box it up.";
    expect(rank(question).sentences()).toEqual(rankWithout(question).sentences());
  });

  it("is not found in a message of more than 30 words", () => {
    const question = `${"we are all here and wait. ".repeat(6)}it was tin. box it up.`;
    expect(rank(question).whole).toEqual(rankWithout(question).whole);
  });
});
