import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toWords } from "../../src/lib/normalise.ts";
import { learnRanker } from "../../src/matching/model.ts";
import {
  createRank,
  createRankDocument,
  type Ranking,
  toDocument,
  trainRanker,
} from "../../src/matching/ranker.ts";
import { createFindMeanings } from "../../src/matching/synonyms.ts";
import { answerWith, fiveAnswers, knowing } from "../support/small-entries.ts";

const model = learnRanker(knowing(fiveAnswers));
const rank = createRank(model);
const best = (question: string) => rank(question).whole.candidates[0]?.entry;

function expectValid({ candidates, information, understood }: Ranking): void {
  const probabilities = candidates.map(({ probability }) => probability);
  expect(candidates.map(({ entry }) => entry).sort()).toEqual(fiveAnswers.map(({ id }) => id).sort());
  expect(probabilities).toEqual([...probabilities].sort((one, other) => other - one));
  expect(probabilities.reduce((sum, probability) => sum + probability, 0)).toBeCloseTo(1);
  expect(information).toBeGreaterThanOrEqual(0);
  expect(understood).toBeGreaterThanOrEqual(0);
  expect(understood).toBeLessThanOrEqual(1 + 1e-9);
}

describe("a ranking", () => {
  it("of any text has every entry once, the likeliest first, and probabilities that add up to 1", () => {
    const words = fc.constantFrom("phone", "password", "lost", "acount", "the", ".", "\n", "zzz", "điện");
    const question = fc.oneof(
      fc.string({ unit: "binary", maxLength: 80 }),
      fc.array(words, { maxLength: 60 }).map((parts) => parts.join(" ")),
    );
    fc.assert(
      fc.property(question, (asked) => {
        const { whole, sentences } = rank(asked);
        expectValid(whole);
        sentences().forEach(expectValid);
      }),
    );
  });

  it.each([
    ["the phone with the mfa app is lost", "lost-phone"],
    ["reset my password", "forgot-password"],
    ["terminate the account", "close-account"],
    ["sms code did not arrive", "no-sms"],
    ["a charge on the invoice", "wrong-bill"],
  ])("of %s begins with %s", (question, entry) => {
    expect(best(question)).toBe(entry);
  });

  it("puts entries that are equally likely in the order of their names", () => {
    const twins = createRank(learnRanker(knowing([answerWith("b", ["x"]), answerWith("a", ["y"])])));
    expect(twins("zzzz").whole.candidates.map(({ entry }) => entry)).toEqual(["a", "b"]);
  });

  it("of words that no phrase has understands nothing", () => {
    expect(rank("qwertz uiop").whole).toMatchObject({ information: 0, understood: 0 });
  });

  it("of words that the phrases have understands all", () => {
    expect(rank("my password").whole.understood).toBeCloseTo(1);
  });

  it("understands less with every unknown word", () => {
    const [one = 1, two = 1] = ["password qwertz", "password qwertz uiopas"].map(
      (question) => rank(question).whole.understood,
    );
    expect(two).toBeLessThan(one);
  });

  it("of a text without any word knows nothing", () => {
    expect(rank("?!").whole).toMatchObject({ information: 0, understood: 0 });
  });

  it("of a phrase as it was learned is that of the phrase as a question", () => {
    const phrase = toDocument("mfa device is gone", "lost-phone", createFindMeanings([]));
    expect(createRankDocument(model)(phrase)).toEqual(rank("mfa device is gone").whole);
  });

  it("of nothing learned has no entries", () => {
    expect(createRank(trainRanker([]))("help").whole.candidates).toEqual([]);
  });
});

describe("a message of several sentences", () => {
  it("is read sentence by sentence as each would be alone", () => {
    const { sentences } = rank("My phone was stolen. Who closes the account?");
    expect(sentences()).toEqual([rank("my phone was stolen").whole, rank("who closes the account").whole]);
  });

  it("that is one sentence is that sentence", () => {
    const { whole, sentences } = rank("my phone was stolen");
    expect(sentences()).toEqual([whole]);
  });

  it("of more than 30 words means what its clear sentence says", () => {
    const aside = "the quick brown fox jumps over the lazy dog. ";
    expect(best(`${aside.repeat(4)}i forgot my password. ${aside.repeat(4)}`)).toBe("forgot-password");
  });
});

describe("a message of up to 100,000 characters", () => {
  it("has at most 30 sentences", () => {
    expect(rank("my phone is lost. ".repeat(5000)).sentences().length).toBeLessThanOrEqual(30);
  });

  it("between its first 4,000 and its last 2,000 characters may hold anything", () => {
    const [first, last] = [
      "my phone is lost\n".repeat(236).padEnd(4000, "!"),
      "closed ".repeat(286).slice(-2000),
    ];
    const withMiddle = (middle: string) => {
      const { whole, sentences } = rank(first + middle + last);
      return { whole, sentences: sentences() };
    };
    expect(withMiddle("forgot password ".repeat(5875))).toEqual(withMiddle("?".repeat(94_000)));
  });

  it("at the 4,000th character still counts and at the next no more", () => {
    const at = (place: number, text: string) => rank(" ".repeat(place) + text + " ".repeat(50_000)).whole;
    const nothing = rank(" ".repeat(60_000)).whole;
    expect(at(3994, "phone")).not.toEqual(nothing);
    expect(at(4000, "phone")).toEqual(nothing);
  });

  it("has its first 8 unknown words repaired and no more", () => {
    const unknown = [..."abcdefgh"].map((letter) => `qqxzj${letter}`);
    const understood = (words: readonly string[]) => rank([...words, "pasword"].join(" ")).whole.understood;
    expect(understood(unknown.slice(1))).toBeGreaterThan(0);
    expect(understood(unknown)).toBe(0);
  });

  it("has no word of more than 40 letters", () => {
    const start = "x".repeat(40);
    expect(toWords(`${start}yyy`)).toEqual([start]);
    expect(rank(`${start}yyy phone`).whole).toEqual(rank(`${start}zzzzzz phone`).whole);
  });
});
