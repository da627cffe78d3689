import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countFeatures, countRarities, createToVector } from "../../src/matching/features.ts";
import { createFindMeanings } from "../../src/matching/synonyms.ts";

const none = createFindMeanings([]);
const features = (words: readonly string[]) => [...countFeatures(words, none).keys()].sort();
const counts = (counted: Readonly<Record<string, number>>) => new Map(Object.entries(counted));

describe("the features of a text", () => {
  it("are its words, pairs of neighbours and pieces within words", () => {
    expect(features(["lost", "it"])).toEqual(
      ["w lost", "w it", "b lost it", "c  lo", "c los", "c ost", "c st ", "c  los", "c lost", "c ost "]
        .concat(["c  it", "c it ", "c  it "])
        .sort(),
    );
  });

  it("of a single letter are the word and one piece", () => {
    expect(features(["i"])).toEqual(["c  i ", "w i"]);
  });

  it("of no word are none", () => {
    expect(features([])).toEqual([]);
  });

  it("are counted as often as they occur", () => {
    const counted = countFeatures(["on", "on", "on"], none);
    expect([counted.get("w on"), counted.get("b on on"), counted.get("c on ")]).toEqual([3, 2, 3]);
  });

  it("hold a meaning once, however many of its words there are", () => {
    const findMeanings = createFindMeanings([["phone", "handset"]]);
    expect(countFeatures(["handset", "phone", "handset"], findMeanings).get("m phone")).toBe(1);
  });

  it("hold a meaning under the name of its group and not under the word", () => {
    const counted = countFeatures(["handset"], createFindMeanings([["phone", "handset"]]));
    expect([counted.has("m phone"), counted.has("w phone"), counted.has("m handset")]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe("the rarity of a feature", () => {
  it("is 1 where every text has it", () => {
    expect(countRarities([counts({ a: 1 }), counts({ a: 5 })]).get("a")).toBe(1);
  });

  it("grows with the texts that lack it", () => {
    const rarities = countRarities([counts({ a: 1, b: 1 }), counts({ a: 1 }), counts({ c: 1 })]);
    expect(rarities.get("a")).toBeCloseTo(Math.log(4 / 3) + 1);
    expect(rarities.get("b")).toBeCloseTo(Math.log(4 / 2) + 1);
  });

  it("of no text is unknown", () => {
    expect(countRarities([])).toEqual(new Map());
  });
});

describe("a vector", () => {
  const toVector = createToVector(
    new Map([
      ["often", 1],
      ["rare", 4],
    ]),
  );

  it("leaves out what is unknown", () => {
    expect([...toVector(counts({ new: 3, rare: 1 })).positions]).toEqual([1]);
  });

  it("of nothing known is empty", () => {
    expect(toVector(counts({ new: 1 }))).toEqual({
      positions: new Int32Array(),
      weights: new Float64Array(),
    });
  });

  it("weighs what is rare in proportion", () => {
    const [often = 0, rare = 0] = toVector(counts({ often: 1, rare: 1 })).weights;
    expect(rare / often).toBeCloseTo(4);
  });

  it("weighs what occurs more often less than in proportion", () => {
    const [often = 0, rare = 0] = toVector(counts({ often: 3, rare: 1 })).weights;
    expect(often / rare).toBeCloseTo((1 + Math.log(3)) / 4);
  });

  it("of anything known has the length 1", () => {
    const some = fc.dictionary(fc.constantFrom("often", "rare", "new"), fc.integer({ min: 1, max: 999 }));
    fc.assert(
      fc.property(some, (counted) => {
        const { weights } = toVector(counts({ ...counted, rare: 1 }));
        expect(weights.reduce((sum, weight) => sum + weight * weight, 0)).toBeCloseTo(1);
      }),
    );
  });
});
