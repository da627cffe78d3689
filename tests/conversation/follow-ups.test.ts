import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Answer, answerLimit, lengthOf } from "../../src/answer/answer.ts";
import { readToken, writeToken } from "../../src/answer/token.ts";
import { newState, type State } from "../../src/conversation/state.ts";
import type { Turn } from "../../src/conversation/types.ts";
import type { Input } from "../../src/platform/incoming.ts";
import { growsLinearly } from "../support/grows-linearly.ts";
import { ourKnowledge, ourResponder } from "../support/our-knowledge.ts";

const { converse } = ourResponder;

function turnOf(input: Input, more: Partial<Turn> = {}): Turn {
  return {
    id: "turn",
    input,
    person: "lan",
    owner: "lan",
    address: { adapter: "terminal", data: "" },
    now: 0,
    addressed: true,
    place: "private",
    locale: "en",
    ...more,
  };
}

const shown = (entry: string, locale = "en"): State =>
  converse(newState, turnOf({ kind: "press", token: writeToken({ action: "show", entry, locale }) })).state;

function write(state: State, text: string, more: Partial<Turn> = {}) {
  return converse(state, turnOf({ kind: "question", text, hasPicture: false }, more));
}

function answerTo(state: State, text: string, more: Partial<Turn> = {}): Answer {
  const { reply } = write(state, text, more);
  if (reply.kind !== "answer") throw new Error(`not answered: ${reply.kind}`);
  return reply.answer;
}

const wordsOf = (answer: Answer) => JSON.stringify(answer.blocks);
const actionsOf = ({ buttons }: Answer) =>
  buttons.flatMap((button) => (button.kind === "press" ? (readToken(button.token)?.action ?? []) : []));

describe("who asks back about an answer", () => {
  it("is quoted the step, with its number and the inner blocks of it", () => {
    const answer = answerTo(shown("signin-page-unreachable"), "step 4?");
    expect(wordsOf(answer)).toContain("That's step 4:");
    expect(wordsOf(answer)).toContain("*.awsapps.com");
    expect(actionsOf(answer)).toEqual(expect.arrayContaining(["solved", "stuck"]));
  });

  it.each(["2", "step 2?", "the second one", "can you explain the second step"])(
    "means a step with %j",
    (text) => {
      expect(wordsOf(answerTo(shown("forgot-root-password"), text))).toContain("That's step 2:");
    },
  );

  it("means a button with a number where no steps are on the screen", () => {
    const ways = converse(
      shown("forgot-root-password"),
      turnOf({
        kind: "press",
        token: writeToken({ action: "person", entry: "forgot-root-password", locale: "en" }),
      }),
    ).state;
    const number = ways.offered.findIndex(({ token }) => readToken(token)?.action === "show") + 1;
    const entry = readToken(ways.offered[number - 1]?.token ?? "")?.entry;
    expect(write(ways, String(number)).state.screen).toEqual({ kind: "entry", entry });
    expect(wordsOf(answerTo(ways, "step 2"))).toContain("That's step 2:");
  });

  it("means a step in Vietnamese, with accents and without", () => {
    const state = shown("forgot-root-password", "vi");
    for (const text of ["bước 2 là sao", "buoc 2", "bước thứ hai là sao"])
      expect(write(state, text, { locale: "vi" }).facts).toContainEqual(
        expect.objectContaining({ kind: "asked-back", part: "step 2" }),
      );
  });

  it("is told plainly where nothing fits, with the ways on", () => {
    const answer = answerTo(shown("forgot-root-password"), "how many characters must the new password have");
    expect(wordsOf(answer)).toContain("I don't know more than what I wrote above");
    expect(actionsOf(answer)).toEqual(expect.arrayContaining(["stuck", "person", "other"]));
  });

  it("is offered the escalation where what else to check answers", () => {
    const answer = answerTo(shown("activation-verification"), "should i turn off my vpn");
    expect(actionsOf(answer)).toEqual(expect.arrayContaining(["fill", "solved"]));
  });

  it("stays with the entry, and with how far they got", () => {
    const stuck = converse(
      shown("forgot-root-password"),
      turnOf({ kind: "press", token: "1.stuck.forgot-root-password.en" }),
    ).state;
    const after = write(stuck, "which address does the mail come from").state;
    expect(after).toMatchObject({ entry: "forgot-root-password", progress: "stuck" });
  });

  it("is told that there is no step with such a number", () => {
    expect(write(shown("forgot-root-password"), "step 12").facts).toContainEqual(
      expect.objectContaining({ kind: "asked-back", part: "none" }),
    );
  });

  it("is not given the same words again for the same trouble", () => {
    const { facts } = write(shown("payment-card-declined"), "my card gets declined at the aws signup");
    expect(facts).toContainEqual(expect.objectContaining({ kind: "stuck" }));
  });

  it("comes to another topic although a part says a little of it", () => {
    expect(write(shown("contact-billing"), "reach aws support").state.entry).toBe("contact-support-signin");
  });

  it("comes to what is told last, after how the first thing went", () => {
    const { state } = write(shown("activation-verification"), "the code came, but now my card is declined");
    expect(state.entry).toBe("payment-card-declined");
  });

  it("is not asked what the answer before has told: whose lost phone it is", () => {
    const { state } = write(shown("forgot-root-password"), "now I lost the phone with my mfa app");
    expect(state.entry).toBe("mfa-lost-or-broken");
  });

  it("sees the same parts in another language", () => {
    const { state } = write(shown("forgot-root-password"), "step 2?");
    const { reply } = converse(state, turnOf({ kind: "question", text: "tiếng Việt", hasPicture: false }));
    if (reply.kind !== "answer") throw new Error(`not answered: ${reply.kind}`);
    expect(reply.answer.locale).toBe("vi");
    expect(wordsOf(reply.answer)).toContain("Đó là bước 2:");
  });

  it("comes to another topic where that is clearly meant", () => {
    const { state } = write(shown("forgot-root-password"), "my credit card was declined at the aws sign up");
    expect(state.entry).toBe("payment-card-declined");
  });
});

describe("in a thread of their own", () => {
  const inThread = { addressed: false, place: "channel", mode: "questions" } as const;

  it.each([
    "how long does it take?",
    "what has a giraffe to do with it",
    "thanks",
    "my new aws thing again, the other one",
  ])("nobody meets silence after an answer: %s", (text) => {
    expect(write(shown("activation-verification"), text, inThread).reply.kind).toBe("answer");
  });

  it("others do, and so does everybody once others have written", () => {
    const state = shown("activation-verification");
    const text = "how long does it take?";
    expect(write(state, text, { ...inThread, person: "minh" }).reply.kind).toBe("silence");
    expect(write(state, text, { ...inThread, isCrowded: true }).reply.kind).toBe("silence");
  });

  it("thanks after the end need no reply", () => {
    const { state } = write(shown("activation-verification"), "it works now");
    expect(write(state, "thanks", inThread).reply.kind).toBe("silence");
  });
});

describe("any text after any entry", () => {
  const words = [
    "which",
    "step 3",
    "bước 2",
    "mã vùng",
    "how long",
    "2",
    "còn",
    "?",
    "🎉",
    "link",
    "thẻ",
    "@x",
  ];
  const text = fc.oneof(
    fc.string({ maxLength: 200, unit: "grapheme" }),
    fc.array(fc.constantFrom(...words), { maxLength: 10 }).map((parts) => parts.join(" ")),
  );
  const ids = ourKnowledge.entries.map(({ id }) => id);

  it("is answered within the limits", () => {
    fc.assert(
      fc.property(fc.constantFrom(...ids), fc.constantFrom("en", "vi"), text, (entry, locale, written) => {
        const answer = answerTo(shown(entry, locale), written, { locale });
        expect(lengthOf(answer.blocks)).toBeGreaterThan(0);
        expect(lengthOf(answer.blocks)).toBeLessThanOrEqual(answerLimit);
        expect(answer.buttons.length).toBeGreaterThan(0);
      }),
    );
  });

  it("takes time in proportion to its length", () => {
    const state = shown("activation-verification");
    expect(growsLinearly((long) => write(state, long), "which country code and step ")).toBe(true);
  });
});
