import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Counts, countFeatures, createToVector, listFeatures } from "../../src/matching/features.ts";
import { createFindMeanings } from "../../src/matching/synonyms.ts";

const none = createFindMeanings([]);
const count = (...words: readonly string[]) => countFeatures(words, none);
const shared = (one: Counts, other: Counts) => [...one.keys()].filter((feature) => other.has(feature)).length;

describe("the features of a text", () => {
  it("are its words, pairs of neighbours and letter n-grams of three and four within words", () => {
    // 2 words, 1 pair; "_lo los ost st_ _los lost ost_" and "_it it_ _it_".
    expect(count("lost", "it").size).toBe(2 + 1 + 7 + 3);
  });

  it("of a single letter are the word and one n-gram", () => {
    expect(count("i").size).toBe(2);
  });

  it("of no word are none", () => {
    expect(count().size).toBe(0);
  });

  it("are counted as often as they occur", () => {
    // "on" and its n-grams "_on", "on_" and "_on_" three times, the pair twice.
    expect([...count("on", "on", "on").values()].sort()).toEqual([2, 3, 3, 3, 3]);
  });

  it("tell a word from a pair, and a pair from the same pair the other way round", () => {
    const [lostKey, keyLost] = [count("lost", "key"), count("key", "lost")];
    expect(lostKey.size - shared(lostKey, keyLost)).toBe(1);
    expect(shared(count("a b"), count("a", "b"))).toBeLessThan(count("a", "b").size);
  });

  it("share the n-grams of what is spelt alike, and not the words", () => {
    expect(shared(count("phone"), count("phones"))).toBe("_ph pho hon one _pho phon hone".split(" ").length);
  });

  it("hold a meaning once, however many of its words there are", () => {
    const findMeanings = createFindMeanings([["phone", "handset"]]);
    const [with2, with0] = [findMeanings, none].map((find) => countFeatures(["handset", "phone"], find));
    expect((with2?.size ?? 0) - (with0?.size ?? 0)).toBe(1);
  });

  it("are the same meaning for each of its words, and another for another group", () => {
    const findMeanings = createFindMeanings([
      ["phone", "handset"],
      ["bill", "invoice"],
    ]);
    const meaningOf = (word: string) => {
      const plain = count(word);
      return [...countFeatures([word], findMeanings).keys()].filter((feature) => !plain.has(feature));
    };
    expect(meaningOf("handset")).toHaveLength(1);
    expect(meaningOf("handset")).toEqual(meaningOf("phone"));
    expect(meaningOf("handset")).not.toEqual(meaningOf("invoice"));
  });

  it("are small integers, whatever the words are", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme" })), (words) => {
        for (const feature of countFeatures(words, none).keys())
          expect(Number.isInteger(feature) && feature >= 0 && feature < 2 ** 30).toBe(true);
      }),
    );
  });

  // 2^30 values for 20,000 words: more than a few that meet would mean a bad hash.
  it("rarely meet", () => {
    const words = Array.from({ length: 20_000 }, (_, index) => index.toString(36));
    const distinct = new Set(words.map((word) => [...count(word).keys()][0]));
    expect(distinct.size).toBeGreaterThan(19_995);
  });
});

describe("a vector", () => {
  const often = 1;
  const rare = 2;
  const unknown = 3;
  const counts = (...given: readonly (readonly [number, number])[]): Counts => new Map(given);
  /** Four texts: all hold one feature, one of them another too. */
  const list = listFeatures([
    counts([often, 1], [rare, 1]),
    counts([often, 4]),
    counts([often, 1]),
    counts([often, 1]),
  ]);
  const toVector = createToVector(list);

  it("leaves out what no text has", () => {
    const { positions, weights } = toVector(counts([unknown, 3], [rare, 1]));
    expect([...positions].map((position) => list.features[position])).toEqual([rare]);
    expect([...weights]).toEqual([1]);
  });

  it("of nothing known is empty", () => {
    const { positions, weights } = toVector(counts([unknown, 1]));
    expect([positions.length, weights.length]).toEqual([0, 0]);
  });

  it("weighs a feature the more, the fewer texts have it", () => {
    const [ofOften = 0, ofRare = 0] = toVector(counts([often, 1], [rare, 1])).weights;
    expect(ofRare / ofOften).toBeCloseTo((Math.log(5 / 2) + 1) / 1);
  });

  it("weighs what occurs more often less than in proportion", () => {
    const [ofOften = 0, ofRare = 0] = toVector(counts([often, 3], [rare, 1])).weights;
    expect(ofOften / ofRare).toBeCloseTo((1 + Math.log(3)) / (Math.log(5 / 2) + 1));
  });

  it("of anything known has the length 1", () => {
    const some = fc.array(fc.tuple(fc.constantFrom(often, unknown), fc.integer({ min: 1, max: 999 })));
    fc.assert(
      fc.property(some, (given) => {
        const { weights } = toVector(counts(...given, [rare, 1]));
        expect(weights.reduce((sum, weight) => sum + weight * weight, 0)).toBeCloseTo(1);
      }),
    );
  });

  it("of a list of no text is empty", () => {
    expect(createToVector(listFeatures([]))(counts([often, 1])).positions).toHaveLength(0);
  });
});
