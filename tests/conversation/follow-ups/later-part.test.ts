import fc from "fast-check";
import { expect, it } from "vitest";
import { createLaterPart } from "../../../src/conversation/follow-ups/later-part.ts";
import { ourKnowledge } from "../../support/our-knowledge.ts";

const laterPart = createLaterPart(ourKnowledge);

it.each([
  ["the code came, but my card is refused", "but my card is refused"],
  ["Password is fine. It asks for an MFA code.", "It asks for an MFA code."],
  ["vào được trang rồi giờ nó đòi mã 6 số", "giờ nó đòi mã 6 số"],
])("what is said last of %j", (text, last) => {
  expect(laterPart(text)).toBe(last);
});

it.each(["my card is refused", "ok. thanks", "nút đó còn không"])("nothing comes later in %j", (text) => {
  expect(laterPart(text)).toBeUndefined();
});

it("is always the end of the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const last = laterPart(text);
      if (last !== undefined) expect(text.normalize("NFC")).toContain(last);
    }),
  );
});
