import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lengthOf } from "../../src/answer/answer.ts";
import { actions, readToken, tokenLimit } from "../../src/answer/token.ts";
import { newState, type State, stateSchema } from "../../src/conversation/state.ts";
import type { Turn, TurnResult } from "../../src/conversation/types.ts";
import type { Input } from "../../src/platform/incoming.ts";
import { ourKnowledge, ourResponder } from "../support/our-knowledge.ts";
import { propertyRuns } from "../support/property-runs.ts";

const { converse } = ourResponder;
const ids = ourKnowledge.entries.map(({ id }) => id);
const phrases = ourKnowledge.entries.flatMap(({ text }) => [
  ...(text.en?.phrases ?? []),
  ...(text.vi?.phrases ?? []),
]);

const odd = [
  "",
  " ",
  "\u0000\u0007\u001b[31m",
  "\ud800",
  "🎉",
  "z̸̢͠a̵l̷g̸o̵",
  "\u202eabc\u202c",
  "@everyone <!channel>",
  "```",
  "日本語",
  "# h\n> q\n- l",
  "2",
  "no",
  "vẫn không được",
];

const token = fc.oneof(
  fc
    .tuple(fc.constantFrom(...actions), fc.constantFrom(...ids, "-", "gone"), fc.constantFrom("en", "vi"))
    .map((parts) => ["1", ...parts].join(".")),
  fc.string({ maxLength: 120, unit: "binary" }),
);
const text = fc.oneof(
  fc.string({ maxLength: 200, unit: "binary" }),
  fc.string({ maxLength: 300, unit: "grapheme" }),
  fc.constantFrom(...odd, ...phrases),
  fc.array(fc.constantFrom(...odd, ...phrases), { maxLength: 8 }).map((parts) => parts.join(" ")),
);
const input: fc.Arbitrary<Input> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant("question" as const), text, hasPicture: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("press" as const), token }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("open" as const) }) },
);
const turn: fc.Arbitrary<Turn> = fc.record({
  input,
  person: fc.constantFrom("lan", "minh"),
  owner: fc.constantFrom("lan", "minh"),
  id: fc.uuid(),
  address: fc.constant({ adapter: "terminal", data: "" }),
  now: fc.integer({ min: 0, max: 100_000_000 }),
  addressed: fc.boolean(),
  place: fc.constantFrom("private" as const, "channel" as const),
  locale: fc.constantFrom("en" as const, "vi" as const),
});

/** What every reply keeps to, whatever was said or pressed. */
function expectSound({ reply, state }: TurnResult, { addressed }: Turn): void {
  expect(stateSchema.parse(JSON.parse(JSON.stringify(state)))).toBeDefined();
  if (reply.kind === "silence") {
    expect(addressed).toBe(false);
    return;
  }
  if (reply.kind !== "answer") {
    expect(reply.kind === "remove" || reply.form.fields.length > 0).toBe(true);
    return;
  }
  const { blocks, buttons } = reply.answer;
  expect(lengthOf(blocks)).toBeGreaterThan(0);
  expect(buttons.length).toBeGreaterThan(0);
  expect(buttons.length).toBeLessThanOrEqual(25);
  expect(new Set(buttons.map((button) => (button.kind === "press" ? button.token : button.url))).size).toBe(
    buttons.length,
  );
  for (const button of buttons) {
    expect(button.label.length).toBeGreaterThan(0);
    expect(button.label.length).toBeLessThanOrEqual(75);
    if (button.kind === "press") {
      expect(button.token.length).toBeLessThanOrEqual(tokenLimit);
      expect(readToken(button.token)).toBeDefined();
    }
  }
}

describe("whatever is said or pressed", () => {
  it("is answered with something to read and something to press, over whole conversations", () => {
    const numRuns = propertyRuns(150);
    let inputs = 0;
    fc.assert(
      fc.property(fc.array(turn, { minLength: 1, maxLength: 12 }), (turns) => {
        turns.reduce<State>((state, next) => {
          const step = converse(state, next);
          expectSound(step, next);
          inputs += 1;
          return step.state;
        }, newState);
      }),
      { numRuns },
    );
    expect(inputs).toBeGreaterThan(3 * numRuns);
  });

  it("never brings the same fallback twice in a row to who addresses the bot", () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 8 }), (texts) => {
        texts.reduce<{ state: State; last: string }>(
          ({ state, last }, said) => {
            const asked = { kind: "question", text: said, hasPicture: false } as const;
            const step = converse(state, {
              input: asked,
              person: "lan",
              id: "e1",
              address: { adapter: "terminal", data: "" },
              now: 0,
              addressed: true,
              place: "private",
              locale: "en",
            });
            const fallback = step.state.fallback ?? "";
            // Another language shows the same again, which is no second try.
            const isAgain = step.effects.some(({ kind }) => kind === "language");
            if (fallback && !isAgain) expect(fallback).not.toBe(last);
            return { state: step.state, last: fallback };
          },
          { state: newState, last: "" },
        );
      }),
      { numRuns: propertyRuns(50) },
    );
  });

  it("is never repeated: the bot's messages hold none of the person's words", () => {
    const said = "Zxqvwjk-7281 <script> *bold* @everyone";
    const step = converse(newState, {
      input: { kind: "question", text: `${said} i forgot my root password`, hasPicture: false },
      person: "lan",
      id: "e1",
      address: { adapter: "terminal", data: "" },
      now: 0,
      addressed: true,
      place: "private",
      locale: "en",
    });
    expect(JSON.stringify(step)).not.toContain("Zxqvwjk");
  });
});

describe("a very long message", () => {
  const ask = (asked: string) =>
    converse(newState, {
      input: { kind: "question", text: asked, hasPicture: false },
      person: "lan",
      id: "e1",
      address: { adapter: "terminal", data: "" },
      now: 0,
      addressed: true,
      place: "private",
      locale: "en",
    });

  it("of 100,000 characters is answered like its first 4,000 and last 2,000", () => {
    const start = "I forgot the root user password of my AWS account. ".repeat(80).slice(0, 4000);
    const end = "The reset email for my root user never arrives. ".repeat(50).slice(-2000);
    expect(ask(start + "lorem ipsum ".repeat(8000) + end)).toEqual(ask(`${start}\n${end}`));
  });

  it("without a single space is answered too", () => {
    expect(ask("a".repeat(100_000)).reply.kind).toBe("answer");
  });
});
