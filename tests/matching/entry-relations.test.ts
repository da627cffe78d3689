import { describe, expect, it } from "vitest";
import { relateEntries } from "../../src/matching/entry-relations.ts";
import { answerWith, choiceWith, elsewhereWith } from "../support/small-entries.ts";

const entries = [
  choiceWith("home", ["sign-in", "bill"], []),
  choiceWith("sign-in", ["phone", "password", "codes"], []),
  choiceWith("codes", ["sms", "phone"], []),
  answerWith("phone", []),
  answerWith("password", []),
  answerWith("sms", []),
  answerWith("bill", []),
  { ...answerWith("root-password", []), refines: "password" },
  { ...answerWith("iam-password", []), refines: "password" },
  elsewhereWith("cooking", []),
];
const { families, answersBehind, elsewhere, areRelated } = relateEntries(entries, "home");

describe("entry relations", () => {
  it("knows each choice with itself and its options", () => {
    expect(families.find(({ choice }) => choice === "codes")?.members).toEqual(
      new Set(["codes", "sms", "phone"]),
    );
  });

  it("knows the answers behind a choice, however deep, each once", () => {
    expect(answersBehind.get("sign-in")).toEqual(["phone", "password", "sms"]);
  });

  it("knows nothing behind the front page", () => {
    expect(answersBehind.has("home")).toBe(false);
  });

  it("knows what is behind each choice where no front page is named", () => {
    expect(relateEntries(entries, undefined).answersBehind.get("home")).toEqual([
      "phone",
      "password",
      "sms",
      "bill",
    ]);
  });

  it("knows what is elsewhere", () => {
    expect(elsewhere).toEqual(new Set(["cooking"]));
  });

  it.each([
    ["an entry and itself", "bill", "bill"],
    ["a choice and its option", "sign-in", "phone"],
    ["two options of a choice", "phone", "password"],
    ["an entry and what it refines", "root-password", "password"],
    ["two entries that refine the same", "root-password", "iam-password"],
  ])("%s are related", (_what, one, other) => {
    expect([areRelated(one, other), areRelated(other, one)]).toEqual([true, true]);
  });

  it.each([
    ["entries of different choices", "password", "sms"],
    ["a choice and an option of its option", "sign-in", "sms"],
    ["an entry and an elsewhere", "phone", "cooking"],
    ["ids that no entry has", "x", "phone"],
  ])("%s are not related", (_what, one, other) => {
    expect([areRelated(one, other), areRelated(other, one)]).toEqual([false, false]);
  });

  // The front page's options have nothing to do with each other, but it counts as a family like any choice.
  it("two topics of the front page are not related", () => {
    expect(areRelated("sign-in", "bill")).toBe(false);
  });

  it("ends where choices lead in a circle", () => {
    const circle = [choiceWith("a", ["b", "c"], []), choiceWith("b", ["a", "d"], []), answerWith("d", [])];
    expect(relateEntries(circle, undefined).answersBehind.get("a")).toEqual(["d", "c"]);
  });

  it("of no entries is empty", () => {
    const none = relateEntries([], undefined);
    expect([none.families, none.answersBehind.size, none.elsewhere.size]).toEqual([[], 0, 0]);
  });
});
