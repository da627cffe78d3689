import { describe, expect, it } from "vitest";
import { listFeatures } from "../../src/matching/features.ts";
import { createCountFollowUp } from "../../src/matching/message-kinds.ts";
import { createRankLabels } from "../../src/matching/nearest-phrases.ts";
import { createRankParts } from "../../src/matching/rank-parts.ts";

const parts = [
  { heading: "", text: "Check the country or region code that you typed." },
  { heading: "", text: "Switch from the text message to a voice call." },
  { heading: "", text: "Wait a few minutes before you ask for another code, and type the newest one." },
  { heading: "Does it cost anything?", text: "No." },
];
const uses = new Map(
  Object.entries({
    the: 40,
    code: 20,
    country: 2,
    region: 2,
    voice: 2,
    call: 4,
    minutes: 3,
    newest: 2,
    it: 40,
  }),
);
const rank = createRankParts({
  uses,
  texts: 40,
  synonyms: [["expired", "newest", "no longer valid"]],
  kinds: [
    { asks: ["how long", "when will"], tells: ["minutes", "hours"] },
    { asks: ["cost", "free", "do i pay"], tells: ["free of charge"] },
  ],
  fillers: ["the", "it", "is", "to"],
})(parts);
const best = (question: string) => rank(question)[0]?.part;

describe("the parts of an answer", () => {
  it("are found by their words, also with an ending or a typo", () => {
    expect(best("which country code")).toBe(0);
    expect(best("the contry is wrong?")).toBe(0);
    expect(best("voice calls?")).toBe(1);
  });

  it("are found by words with the same meaning", () => {
    expect(best("it is no longer valid")).toBe(2);
  });

  it("are found by the kind of question, in the text and in the question above it", () => {
    expect(best("how long?")).toBe(2);
    expect(best("is it free")).toBe(3);
  });

  it("share nothing with words that stand in none of them", () => {
    expect(rank("giraffe").every(({ share }) => share === 0)).toBe(true);
  });

  it("of an answer without parts are none", () => {
    expect(createRankParts({ uses, texts: 40, synonyms: [], kinds: [], fillers: [] })([])("code")).toEqual(
      [],
    );
  });
});

describe("labels with phrases", () => {
  const phrases = {
    "step 1": ["which country code", "what prefix do i type"],
    "step 2": ["can it call me", "voice call instead of a text"],
  };
  const count = createCountFollowUp({ synonyms: [] });
  const features = listFeatures(Object.values(phrases).flat().map(count));
  const rankLabels = createRankLabels(features, count)(phrases);

  it("are ranked by their likeness to a question", () => {
    expect(rankLabels("the country code?")[0]?.label).toBe("step 1");
    expect(rankLabels("a voice call")[0]?.label).toBe("step 2");
  });

  it("are like a phrase of their own more than like anything else", () => {
    const [first] = rankLabels("which country code");
    expect(first?.likeness).toBeGreaterThan(rankLabels("country of my birth")[0]?.likeness ?? 1);
  });

  it("are like nothing where no feature is known", () => {
    expect(rankLabels("qwxz 12").every(({ likeness }) => likeness === 0)).toBe(true);
  });
});
