import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Entry } from "../../src/knowledge/entry.ts";
import type { LogisticCurve } from "../../src/matching/confidence.ts";
import { decide } from "../../src/matching/decide.ts";
import type { DecideOptions } from "../../src/matching/decide-one.ts";
import { relateEntries } from "../../src/matching/entry-relations.ts";
import type { Ranking } from "../../src/matching/ranker.ts";
import { namingNothing } from "../support/naming-nothing.ts";
import { propertyRuns } from "../support/property-runs.ts";
import {
  answerWith,
  choiceWith,
  elsewhereWith,
  fiveAnswers,
  knowing,
  learned,
} from "../support/small-entries.ts";

/** The first signal is the log odds of a probability: such a curve gives it back. */
const asLikely: LogisticCurve = { means: [0], deviations: [1], weights: [0, 1] };
const entries = [
  ...["phone", "password", "bill", "close"].map((id) => answerWith(id, [])),
  choiceWith("sign-in", ["phone", "password"], []),
  choiceWith("home", ["sign-in", "bill"], []),
  elsewhereWith("cooking", []),
  elsewhereWith("weather", []),
];

function judgementOf(known: readonly Entry[]): DecideOptions {
  return {
    home: "home",
    relations: relateEntries(known, "home"),
    calibration: {
      best: asLikely,
      family: asLikely,
      ours: known.some(({ kind }) => kind === "elsewhere") ? asLikely : undefined,
      cuts: { sureOurs: 0.6, perhapsOurs: 0.3, sureBest: 0.7, perhapsBest: 0.2, sureFamily: 0.8 },
    },
  };
}
const judgement = judgementOf(entries);
type Probabilities = Readonly<Record<string, number>>;

function ranked(probabilities: Probabilities, understood = 1): Ranking {
  const candidates = Object.entries(probabilities)
    .map(([entry, probability]) => ({ entry, probability }))
    .sort((one, other) => other.probability - one.probability);
  return { candidates, information: 5 * understood, understood, words: 5, names: namingNothing };
}
const alone = { sentences: () => [], clauses: () => [] };
const of = (probabilities: Probabilities, understood = 1) =>
  decide({ whole: ranked(probabilities, understood), ...alone }, judgement);

describe("a question of one sentence", () => {
  it.each<[string, Probabilities, object]>([
    ["clearly for an answer is answered", { phone: 0.8, bill: 0.2 }, { outcome: "answer", entry: "phone" }],
    [
      "clearly for a choice has it asked",
      { "sign-in": 0.8, bill: 0.2 },
      { outcome: "choice", entry: "sign-in" },
    ],
    [
      "between the entries of a choice has it asked",
      { phone: 0.45, password: 0.4, bill: 0.15 },
      { outcome: "choice", entry: "sign-in" },
    ],
    [
      "between others is offered each, the likeliest first",
      { phone: 0.3, close: 0.28, bill: 0.22, password: 0.2 },
      { outcome: "suggest", entries: ["phone", "close", "bill", "password"] },
    ],
    [
      "is not offered what is hardly likely, beyond three",
      { phone: 0.35, close: 0.33, bill: 0.31, password: 0.01 },
      { outcome: "suggest", entries: ["phone", "close", "bill"] },
    ],
    [
      "for nothing at all is declined",
      { phone: 0.15, close: 0.15, bill: 0.15, password: 0.15, home: 0.15, "sign-in": 0.15 },
      { outcome: "decline" },
    ],
    [
      "clearly for the front page is met with it",
      { home: 0.8, bill: 0.2 },
      { outcome: "choice", entry: "home" },
    ],
    [
      "perhaps for the front page is met with it",
      { home: 0.5, close: 0.3, phone: 0.2 },
      { outcome: "choice", entry: "home" },
    ],
    [
      "that the front page fits less than another is not offered it",
      { close: 0.5, home: 0.3, phone: 0.2 },
      { outcome: "suggest", entries: ["close", "phone"] },
    ],
    [
      "clearly for an elsewhere is sent there",
      { cooking: 0.8, phone: 0.2 },
      { outcome: "answer", entry: "cooking" },
    ],
    [
      "between two elsewheres is sent to the likelier one",
      { cooking: 0.5, weather: 0.3, phone: 0.2 },
      { outcome: "answer", entry: "cooking" },
    ],
    [
      "between an elsewhere and one of ours is offered the latter",
      { cooking: 0.6, bill: 0.4 },
      { outcome: "suggest", entries: ["bill"] },
    ],
    [
      "likeliest ours and yet rather not is declined",
      { phone: 0.29, cooking: 0.28, weather: 0.25 },
      { outcome: "decline" },
    ],
  ])("%s", (_what, probabilities, made) => {
    expect(of(probabilities)).toMatchObject(made);
  });

  it("of which hardly anything is understood is declined without confidence", () => {
    const made = of({ phone: 0.9, bill: 0.1 }, 0.14);
    expect([made.outcome, made.candidates.map(({ confidence }) => confidence)]).toEqual(["decline", [0, 0]]);
  });

  it("of words that say nothing is declined", () => {
    const whole = { ...ranked({ phone: 1 }), information: 0 };
    expect(decide({ whole, ...alone }, judgement).outcome).toBe("decline");
  });

  it("without candidates is declined", () => {
    expect(of({})).toMatchObject({ outcome: "decline", candidates: [] });
  });

  it("that is answered is so whatever else is likely where nothing is elsewhere", () => {
    const ours = judgementOf(entries.filter(({ kind }) => kind !== "elsewhere"));
    const whole = ranked({ phone: 0.8, bill: 0.2 });
    expect(decide({ whole, ...alone }, ours)).toMatchObject({ outcome: "answer", entry: "phone" });
  });

  it("has the best candidate's confidence first and the rest in proportion", () => {
    const [first, second, third] = of({ phone: 0.8, bill: 0.15, close: 0.05 }).candidates;
    expect(first).toEqual({ entry: "phone", confidence: expect.closeTo(0.8, 5) });
    expect((second?.confidence ?? 0) / (third?.confidence ?? 0)).toBeCloseTo(3);
  });
});

describe("a message of several sentences", () => {
  const unclear = ranked({ phone: 0.3, close: 0.28, bill: 0.22, password: 0.2 });
  const foreign = ranked({ phone: 0.15, close: 0.15, bill: 0.1 });
  const clear = (entry: string, probability = 0.8, understood = 1) => {
    const other = entry === "close" ? "phone" : "close";
    return ranked({ [entry]: probability, [other]: 1 - probability }, understood);
  };
  const message = (whole: Ranking, ...sentences: readonly Ranking[]) =>
    decide({ whole, sentences: () => sentences, clauses: () => [] }, judgement);

  it("that speak clearly of different things is offered each, in their order", () => {
    expect(message(clear("close"), clear("close", 0.75), clear("phone", 0.9))).toMatchObject({
      outcome: "suggest",
      several: true,
      entries: ["close", "phone"],
    });
  });

  it("has what is offered as its first candidates, and confidences in order", () => {
    const { candidates } = message(unclear, clear("close"), clear("bill", 0.9));
    const confidences = candidates.map(({ confidence }) => confidence);
    expect(candidates.map(({ entry }) => entry)).toEqual(["close", "bill", "phone", "password"]);
    expect(confidences).toEqual([...confidences].sort((one, other) => other - one));
  });

  it("is offered three things at most", () => {
    const without = judgementOf(entries.filter(({ kind }) => kind !== "choice"));
    const sentences = ["phone", "password", "bill", "close"].map((entry) => clear(entry));
    expect(decide({ whole: unclear, sentences: () => sentences, clauses: () => [] }, without)).toMatchObject({
      outcome: "suggest",
      entries: { length: 3 },
    });
  });

  it("that speak of the same thing twice is not offered a choice of one", () => {
    expect(message(clear("phone"), clear("phone"), clear("phone", 0.9))).toMatchObject({
      outcome: "answer",
      entry: "phone",
    });
  });

  it("of which one is clear is answered by that one", () => {
    expect(message(unclear, foreign, clear("bill"), unclear)).toMatchObject({
      outcome: "answer",
      entry: "bill",
    });
  });

  it("of which one is clear is answered by that one where the whole would be declined", () => {
    expect(message(foreign, foreign, clear("bill"))).toMatchObject({ outcome: "answer", entry: "bill" });
  });

  it("of which none is clear is what it is as a whole", () => {
    expect(message(unclear, unclear, foreign)).toEqual(message(unclear));
  });

  it("of which one is clear stays with the choice that the whole asks for", () => {
    const whole = ranked({ "sign-in": 0.8, bill: 0.2 });
    expect(message(whole, clear("bill"), foreign)).toMatchObject({ outcome: "choice", entry: "sign-in" });
  });

  it("is not decided by a sentence that is understood by less than 0.6", () => {
    expect(message(unclear, clear("bill", 0.9, 0.59), foreign).outcome).toBe("suggest");
  });

  it("of which one asks for the front page is not offered it", () => {
    const made = message(unclear, clear("home", 0.9), clear("bill"));
    expect(made).toMatchObject({ outcome: "answer", entry: "bill" });
  });

  // Two topics of the front page count as related (see entry-relations.test.ts), so the second is dropped.
  it("that speak clearly of two topics of the front page is offered both", () => {
    const topics = [...entries.slice(0, 4), choiceWith("home", ["phone", "bill"], [])];
    const sentences = [clear("phone"), clear("bill", 0.9)];
    expect(
      decide({ whole: unclear, sentences: () => sentences, clauses: () => [] }, judgementOf(topics)),
    ).toMatchObject({
      outcome: "suggest",
      entries: ["phone", "bill"],
    });
  });
});

describe("a sentence of several clauses", () => {
  const clear = (entry: string) => ranked({ [entry]: 0.95, cooking: 0.05 });
  const sentence = (whole: Ranking, ...clauses: readonly Ranking[]) =>
    decide({ whole, sentences: () => [], clauses: () => clauses }, judgement);

  it("that speak clearly of different things is offered each, in their order", () => {
    expect(sentence(ranked({ bill: 0.5, phone: 0.5 }), clear("phone"), clear("bill"))).toMatchObject({
      outcome: "suggest",
      several: true,
      entries: ["phone", "bill"],
    });
  });

  it("of which one leads to what another says is answered as a whole", () => {
    expect(sentence(clear("phone"), clear("sign-in"), clear("phone"))).toMatchObject({
      outcome: "answer",
      entry: "phone",
    });
  });

  it("of which one is unclear is answered as a whole", () => {
    expect(sentence(clear("bill"), clear("bill"), ranked({ phone: 0.5, close: 0.5 }))).toMatchObject({
      outcome: "answer",
      entry: "bill",
    });
  });

  it("that is a stranger's is not taken apart", () => {
    expect(sentence(ranked({ cooking: 0.9, phone: 0.1 }), clear("phone"), clear("bill"))).toMatchObject({
      outcome: "answer",
      entry: "cooking",
    });
  });
});

describe("any question", () => {
  const known = [
    ...fiveAnswers,
    choiceWith("cannot-sign-in", ["lost-phone", "forgot-password"], ["i cannot sign in", "login problem"]),
    choiceWith(
      "home",
      ["cannot-sign-in", "wrong-bill", "no-sms"],
      ["help", "what can you do", "menu", "hello"],
    ),
    elsewhereWith("cooking", ["how long do i boil rice", "recipe for a soup", "my cake did not rise"]),
  ];
  const match = learned(knowing(known, { home: "home" }));
  const words = fc.constantFrom(
    ..."help menu phone lost password forgot account close sms code rice soup charge login my the zz . ! \n".split(
      " ",
    ),
  );
  const question = fc.oneof(
    fc.array(words, { maxLength: 50 }).map((parts) => parts.join(" ")),
    fc.string({ unit: "binary", maxLength: 60 }),
  );

  it("has candidates in order, each between 0 and 1, and at most 1 together", () => {
    fc.assert(
      fc.property(question, (asked) => {
        const confidences = match(asked).candidates.map(({ confidence }) => confidence);
        expect(confidences).toEqual([...confidences].sort((one, other) => other - one));
        expect(confidences.every((confidence) => confidence >= 0 && confidence <= 1)).toBe(true);
        expect(confidences.reduce((sum, confidence) => sum + confidence, 0)).toBeLessThan(1 + 1e-9);
      }),
      { numRuns: propertyRuns(60) },
    );
  });

  it("is offered at most five entries, each once and never the front page", () => {
    fc.assert(
      fc.property(question, (asked) => {
        const made = match(asked);
        if (made.outcome !== "suggest") return;
        expect(made.entries.length).toBeLessThanOrEqual(5);
        expect(new Set(made.entries).size).toBe(made.entries.length);
        expect(made.entries).not.toContain("home");
      }),
      { numRuns: propertyRuns(60) },
    );
  });
});
