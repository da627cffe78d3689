import fc from "fast-check";
import { expect, it } from "vitest";
import { type Block, lengthOf, paragraph } from "../../src/answer/answer.ts";
import { link, plain, strong } from "../../src/answer/text.ts";

it("no blocks have no length", () => {
  expect(lengthOf([])).toBe(0);
});

const measured: readonly (readonly [string, Block, number])[] = [
  ["a paragraph counts its words and spaces", paragraph(plain("Sign in.")), 8],
  ["bold words count without their marks", paragraph(plain("Choose "), strong("Next")), 11],
  ["code in a line counts without its marks", paragraph({ kind: "code", text: "aws sts" }), 7],
  ["a link counts by what is read of it", paragraph(link("here", "https://aws.amazon.com/contact-us")), 4],
  ["a section counts its title", { kind: "section", title: "On a phone" }, 10],
  ["a list counts its items", { kind: "list", items: [[plain("one")], [strong("two"), plain("!")], []] }, 7],
  ["a notice counts its words", { kind: "note", tone: "notice", text: [plain("Wait.")] }, 5],
  ["a footnote counts its words", { kind: "note", tone: "footnote", text: [plain("Checked today")] }, 13],
  ["a code block counts its lines and their ends", { kind: "code", text: "one\ntwo" }, 7],
  ["fields count labels and values", { kind: "fields", fields: [{ label: "Door", value: "console" }] }, 11],
  ["steps without steps count nothing", { kind: "steps", steps: [] }, 0],
  [
    "steps count what they hold, however deep",
    {
      kind: "steps",
      steps: [
        [paragraph(plain("Open")), { kind: "list", items: [[plain("a")], [plain("b")]] }],
        [{ kind: "steps", steps: [[{ kind: "code", text: "x=1" }]] }],
      ],
    },
    9,
  ],
];

it.each(measured)("%s", (_fact, block, length) => {
  expect(lengthOf([block])).toBe(length);
});

it("Vietnamese counts one for each letter with its accents", () => {
  expect(lengthOf([paragraph(plain("Mật khẩu"))])).toBe(8);
});

it("blocks together are as long as each of them", () => {
  const lists = fc.array(fc.constantFrom(...measured.map(([, block, length]) => ({ block, length }))));
  fc.assert(
    fc.property(lists, (chosen) => {
      const sum = chosen.reduce((total, { length }) => total + length, 0);
      expect(lengthOf(chosen.map(({ block }) => block))).toBe(sum);
    }),
  );
});
