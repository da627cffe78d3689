import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { relateEntries } from "../../src/matching/entry-relations.ts";
import { resolveChoices } from "../../src/matching/resolve-choices.ts";
import { answerWith, choiceWith } from "../support/small-entries.ts";

const entries = [
  choiceWith("home", ["sign-in", "bill"], []),
  choiceWith("sign-in", ["phone", "codes"], []),
  choiceWith("codes", ["sms", "mail"], []),
  ...["phone", "sms", "mail", "bill"].map((id) => answerWith(id, [])),
];
const relations = relateEntries(entries, "home");
type Confidences = Readonly<Record<string, number>>;

function meanings(confidences: Confidences): readonly (readonly [string, number])[] {
  const candidates = Object.entries(confidences).map(([entry, confidence]) => ({ entry, confidence }));
  return resolveChoices(candidates, relations).map(({ entry, confidence }) => [entry, confidence]);
}
const about = (value: number): number => expect.closeTo(value, 9);

describe("what a question may mean", () => {
  it("is what its candidates are, where none is a choice", () => {
    expect(meanings({ phone: 0.6, bill: 0.3 })).toEqual([
      ["phone", 0.6],
      ["bill", 0.3],
    ]);
  });

  it("has a choice's part in the proportions of what it leads to", () => {
    expect(meanings({ codes: 0.4, sms: 0.3, mail: 0.1 })).toEqual([
      ["sms", about(0.6)],
      ["mail", about(0.2)],
    ]);
  });

  it("has it through a choice behind the choice", () => {
    expect(meanings({ "sign-in": 0.5, phone: 0.2, sms: 0.2, mail: 0.1 })).toEqual([
      ["phone", about(0.4)],
      ["sms", about(0.4)],
      ["mail", about(0.2)],
    ]);
  });

  it("has nothing of it for an entry that the choice does not lead to", () => {
    expect(meanings({ codes: 0.6, sms: 0.2, bill: 0.1 })).toContainEqual(["bill", 0.1]);
  });

  it("has the likeliest first, also where a choice's part changes the order", () => {
    const order = meanings({ codes: 0.4, bill: 0.3, sms: 0.2, mail: 0.1 }).map(([entry]) => entry);
    expect(order).toEqual(["sms", "bill", "mail"]);
  });

  it("never has a choice", () => {
    const order = meanings({ home: 0.5, "sign-in": 0.3, codes: 0.1, phone: 0.1 }).map(([entry]) => entry);
    expect(order).toEqual(["phone"]);
  });

  it("gets nothing from the front page", () => {
    expect(meanings({ home: 0.7, bill: 0.2, phone: 0.1 })).toEqual([
      ["bill", 0.2],
      ["phone", 0.1],
    ]);
  });

  it("gets nothing from a choice when nothing behind it is likely at all", () => {
    expect(meanings({ codes: 0.9, bill: 0.1, sms: 0, mail: 0 })).toEqual([
      ["bill", 0.1],
      ["sms", 0],
      ["mail", 0],
    ]);
  });

  it("of no candidates is nothing", () => {
    expect(meanings({})).toEqual([]);
  });

  it("is together as likely as all candidates but the front page", () => {
    const confidence = fc.double({ min: 0.001, max: 1, noNaN: true });
    const confidences = fc.record(Object.fromEntries(entries.map(({ id }) => [id, confidence])));
    fc.assert(
      fc.property(confidences, (given) => {
        const all = Object.entries(given).filter(([id]) => id !== "home");
        const sum = (pairs: readonly (readonly [string, number])[]) =>
          pairs.reduce((total, [, value]) => total + value, 0);
        expect(sum(meanings(given))).toBeCloseTo(sum(all), 9);
      }),
    );
  });
});
