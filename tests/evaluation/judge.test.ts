import { describe, expect, it } from "vitest";
import { createJudge, outOfScope, type Verdict } from "../../src/evaluation/judge.ts";
import { namingNothing } from "../support/naming-nothing.ts";
import { answerWith, choiceWith, elsewhereWith, knowing } from "../support/small-entries.ts";

const judge = createJudge(
  knowing(
    [
      ...["phone", "password", "bill", "sms"].map((id) => answerWith(id, [])),
      { ...answerWith("root-password", []), refines: "password" },
      elsewhereWith("cooking", []),
      elsewhereWith("weather", []),
      choiceWith("codes", ["sms", "phone"], []),
      choiceWith("sign-in", ["root-password", "codes"], []),
      choiceWith("home", ["sign-in", "bill"], []),
    ],
    { home: "home" },
  ),
);

type Outcome =
  | { readonly outcome: "answer"; readonly entry: string }
  | { readonly outcome: "choice"; readonly entry: string }
  | { readonly outcome: "suggest"; readonly entries: readonly string[] }
  | { readonly outcome: "decline" };

/** The verdict on a question, whose candidates are given with the likeliest first. */
function verdict(labels: readonly string[], made: Outcome, likeliest: readonly string[] = []): Verdict {
  const candidates = likeliest.map((entry, index) => ({ entry, confidence: 0.5 / 2 ** index }));
  return judge(
    { text: "", labels, language: "en" },
    {
      ...made,
      candidates,
      ours: 0.5,
      certainty: 0.5,
      names: namingNothing,
    },
  );
}
const answer = (entry: string): Outcome => ({ outcome: "answer", entry });
const choice = (entry: string): Outcome => ({ outcome: "choice", entry });
const suggest = (...entries: readonly string[]): Outcome => ({ outcome: "suggest", entries });
const decline: Outcome = { outcome: "decline" };

describe("an outcome held against the labels", () => {
  it.each<[string, readonly string[], Outcome, Partial<Verdict>]>([
    ["a right answer", ["phone"], answer("phone"), { answered: "rightly", isHelped: true }],
    ["a wrong answer", ["phone"], answer("bill"), { answered: "wrongly", isHelped: false }],
    ["one of two labels", ["phone", "bill"], answer("bill"), { answered: "rightly", isHelped: true }],
    [
      "what refines the label",
      ["password"],
      answer("root-password"),
      { answered: "rightly", isHelped: true },
    ],
    ["an elsewhere for ours", ["phone"], answer("cooking"), { answered: "not", isSentAway: true }],
    [
      "an elsewhere for what is not ours",
      [outOfScope],
      answer("cooking"),
      { answered: "rightly", isSentAway: true },
    ],
    ["ours for what is not ours", [outOfScope], answer("phone"), { answered: "wrongly", isSentAway: false }],
    ["a choice with the label", ["sms"], choice("codes"), { answered: "not", isHelped: true }],
    ["a choice without it", ["bill"], choice("codes"), { answered: "not", isHelped: false }],
    ["a choice before a choice with it", ["sms"], choice("sign-in"), { isHelped: true }],
    ["a choice two choices before it", ["sms"], choice("home"), { isHelped: false }],
    ["a choice with what refines the label", ["password"], choice("sign-in"), { isHelped: true }],
    ["a suggestion with the label", ["bill"], suggest("phone", "bill"), { answered: "not", isHelped: true }],
    ["a suggestion without it", ["bill"], suggest("phone", "sms"), { isHelped: false }],
    ["a suggested choice with it", ["sms"], suggest("phone", "codes"), { isHelped: true }],
    ["a suggested choice before a choice with it", ["sms"], suggest("bill", "sign-in"), { isHelped: false }],
    ["a decline of ours", ["phone"], decline, { answered: "not", isHelped: false, isSentAway: true }],
    ["a decline of what is not ours", [outOfScope], decline, { answered: "not", isSentAway: true }],
    ["a choice for what is not ours", [outOfScope], choice("codes"), { answered: "not", isSentAway: false }],
    [
      "a suggestion of an elsewhere",
      [outOfScope],
      suggest("phone", "cooking"),
      { isHelped: true, isSentAway: false },
    ],
  ])("%s", (_what, labels, made, expected) => {
    expect(verdict(labels, made)).toMatchObject({ outcome: made.outcome, ...expected });
  });

  it.each([
    ["an entry", ["phone"], true],
    ["an entry or out-of-scope", ["phone", outOfScope], true],
    ["out-of-scope alone", [outOfScope], false],
  ])("a question labelled with %s: ours is %s", (_what, labels, inScope) => {
    expect(verdict(labels, decline).inScope).toBe(inScope);
  });

  it.each([
    ["answered with the entry", answer("phone"), "rightly"],
    ["answered with an elsewhere", answer("cooking"), "rightly"],
    ["answered with another entry", answer("bill"), "wrongly"],
  ])("a question labelled with an entry and out-of-scope, %s", (_what, made, answered) => {
    expect(verdict(["phone", outOfScope], made).answered).toBe(answered);
  });
});

describe("what a question was taken for", () => {
  it.each([
    ["the likeliest entry", ["bill", "phone"], "bill"],
    ["what it refines", ["root-password", "phone"], "password"],
    ["out-of-scope for an elsewhere", ["weather", "phone"], outOfScope],
    ["the likeliest behind a likeliest choice", ["codes", "phone", "sms"], "phone"],
    ["the next for the front page", ["home", "bill"], "bill"],
    ["out-of-scope without candidates", [], outOfScope],
  ])("is %s", (_what, likeliest, taken) => {
    expect(verdict(["phone"], decline, likeliest).taken).toBe(taken);
  });

  it.each<[string, readonly string[], boolean, boolean]>([
    ["first", ["phone", "bill", "sms", "password"], true, true],
    ["second", ["bill", "phone", "sms", "password"], false, true],
    ["third", ["bill", "sms", "phone", "password"], false, true],
    ["fourth", ["bill", "sms", "password", "phone"], false, false],
    ["third after two that count as one", ["cooking", "weather", "bill", "phone"], false, true],
    ["missing", ["bill"], false, false],
  ])("with the label %s", (_what, likeliest, isTop1, isTop3) => {
    expect(verdict(["phone"], decline, likeliest)).toMatchObject({ isTop1, isTop3 });
  });
});
