import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Match } from "../../src/matching/match.ts";
import { reachableEntries } from "../../src/matching/reachable-entries.ts";
import { namingNothing } from "../support/naming-nothing.ts";
import { answerWith, choiceWith, elsewhereWith, knowing } from "../support/small-entries.ts";

const ids = ["phone", "password", "bill", "sms", "cooking", "codes", "sign-in", "deep", "deeper", "home"];
const knowledge = knowing([
  { ...answerWith("phone", []), formerly: ["mobile"] },
  answerWith("password", []),
  answerWith("bill", []),
  answerWith("sms", []),
  elsewhereWith("cooking", []),
  choiceWith("codes", ["sms", "phone"], []),
  choiceWith("sign-in", ["codes", "password"], []),
  choiceWith("deep", ["sign-in", "bill"], []),
  choiceWith("deeper", ["deep", "cooking"], []),
  choiceWith("home", ["sign-in", "bill", "codes"], []),
]);

type Outcome =
  | { readonly outcome: "answer" | "choice"; readonly entry: string }
  | { readonly outcome: "suggest"; readonly entries: readonly string[] }
  | { readonly outcome: "decline" };

const reached = (made: Outcome) => {
  const match: Match = { ...made, candidates: [], ours: 1, certainty: 1, names: namingNothing };
  return reachableEntries(match, knowledge);
};
const choice = (entry: string) => reached({ outcome: "choice", entry });
const suggest = (...entries: readonly string[]) => reached({ outcome: "suggest", entries });

describe("the answers that a person reaches", () => {
  it("are the answer itself", () => {
    expect(reached({ outcome: "answer", entry: "phone" })).toEqual(["phone"]);
  });

  it("are an elsewhere itself", () => {
    expect(reached({ outcome: "answer", entry: "cooking" })).toEqual(["cooking"]);
  });

  it("are the options of a choice, in their order", () => {
    expect(choice("codes")).toEqual(["sms", "phone"]);
  });

  it("are first those of one press, then those of two", () => {
    expect(choice("sign-in")).toEqual(["password", "sms", "phone"]);
    expect(choice("home")).toEqual(["bill", "password", "sms", "phone"]);
  });

  it("end after two presses", () => {
    expect(choice("deep")).toEqual(["bill", "password"]);
    expect(choice("deeper")).toEqual(["cooking", "bill"]);
  });

  it("are what is suggested, which takes one press", () => {
    expect(suggest("bill", "phone")).toEqual(["bill", "phone"]);
  });

  it("are the options of a suggested choice, behind what is suggested itself", () => {
    expect(suggest("codes", "bill")).toEqual(["bill", "sms", "phone"]);
  });

  it("end after the options of a suggested choice", () => {
    expect(suggest("sign-in", "bill")).toEqual(["bill", "password"]);
  });

  it("are none behind a decline", () => {
    expect(reached({ outcome: "decline" })).toEqual([]);
  });

  it("go by their present id", () => {
    expect(suggest("mobile", "phone", "bill")).toEqual(["phone", "bill"]);
  });

  it("go by the id that was given where no entry has it", () => {
    expect(suggest("gone", "bill")).toEqual(["gone", "bill"]);
  });
});

describe("whatever was matched", () => {
  it("an answer is reached once, and no choice counts as one", () => {
    const made = fc.oneof(
      fc.record({ outcome: fc.constant("choice" as const), entry: fc.constantFrom(...ids) }),
      fc.record({
        outcome: fc.constant("suggest" as const),
        entries: fc.array(fc.constantFrom(...ids), { maxLength: 5 }),
      }),
    );
    fc.assert(
      fc.property(made, (outcome) => {
        const entries = reached(outcome);
        expect(new Set(entries).size).toBe(entries.length);
        for (const entry of entries) expect(knowledge.find(entry)?.kind).not.toBe("choice");
      }),
    );
  });
});
