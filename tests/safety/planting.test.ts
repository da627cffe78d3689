import { describe, expect, it } from "vitest";
import { maskSecrets } from "../../src/safety/mask.ts";
import { propertyRuns } from "../support/property-runs.ts";
import { plantedKinds } from "./planting/kinds.ts";
import { arrivesIn, plantInName, plantInWords } from "./planting/plant-secret.ts";
import { seeded } from "./planting/random.ts";
import { sentences, sentenceWith } from "./planting/sentences.ts";

const seed = 18;

describe.each(Object.entries(plantedKinds))("of %s", (_, kinds) => {
  it.each(kinds)("$name: nothing is left in any sentence", ({ plant }) => {
    const random = seeded(seed);
    const left = sentences.flatMap((sentence) => {
      const planted = plant(random);
      const masked = maskSecrets(sentenceWith(sentence, planted.said));
      return arrivesIn(planted, [JSON.stringify(masked)]) ? [masked] : [];
    });
    expect(left).toEqual([]);
  });
});

describe("through the whole assistant", () => {
  const all = Object.values(plantedKinds).flat();
  const random = seeded(seed);
  /** A few kinds in each run; `npm run check:secrets` plants them all. */
  const some = Array.from({ length: propertyRuns(30) }).flatMap(() => all[random.below(all.length)] ?? []);

  it.each(some)("no $name arrives anywhere", async ({ plant }) => {
    const sentence = random.pick(sentences);
    expect(await plantInWords(plant(random), sentence)).toEqual([]);
    expect(await plantInName(plant(random))).toEqual([]);
  });

  it("what is no secret arrives, so that nothing is overlooked", async () => {
    const planted = { said: "Bumblebees", secrets: ["Bumblebees"] };
    expect(await plantInWords(planted, "I forgot the root login of my … account")).toEqual([
      "team",
      "draft",
      "store",
    ]);
    expect(await plantInName(planted)).toEqual(["name"]);
  });
});
