import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupQuestions } from "../../src/authoring/group-questions.ts";

const groupsOf = (...texts: readonly string[]) =>
  groupQuestions(texts.map((text) => ({ text }))).map((group) => group.map(({ text }) => text));

describe("grouping questions", () => {
  it("puts those together that share half of their words, the largest group first", () => {
    expect(
      groupsOf(
        "invoice is wrong",
        "how do I close my account",
        "close my account",
        "please close my account now",
      ),
    ).toEqual([
      ["how do I close my account", "close my account", "please close my account now"],
      ["invoice is wrong"],
    ]);
  });

  it("takes words with and without accents, in any case, for the same", () => {
    expect(groupsOf("Đóng tài khoản", "dong tai khoan").length).toBe(1);
  });

  it("puts a question with one that is like another of the group", () => {
    expect(groupsOf("a b c d", "c d e f", "e f g h").length).toBe(1);
  });

  it("keeps apart what shares less", () => {
    expect(groupsOf("my card was charged", "my phone is lost").length).toBe(2);
  });

  it("of any questions loses none and doubles none", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom("a", "b", "c", " ", "đ") })), (texts) => {
        expect(
          groupsOf(...texts)
            .flat()
            .sort(),
        ).toEqual([...texts].sort());
      }),
    );
  });
});
