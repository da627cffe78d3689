import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createRecogniseLure } from "../../../src/conversation/lures/recognise-lure.ts";
import { ourKnowledge } from "../../support/our-knowledge.ts";

// The rules were written with the half `built` in view; `held` was looked at when they stood. Those called `later` were
// written against finished rules, which then caught 60 to 75 % of them. Two more authors wrote samples without seeing the
// rules: 59 and 61 % were caught. One half of each is here, was built on, and `variants` were written in between; of the
// other half, which stayed outside the project, 75 to 79 % were caught in the end.

const folder = path.join(import.meta.dirname, "..", "..", "fixtures", "replies");
const sample = z.strictObject({
  text: z.string(),
  locale: z.enum(["en", "vi"]),
  half: z.enum(["built", "held", "later", "author two", "author three", "variants"]),
});

function readSamples(name: string): readonly z.infer<typeof sample>[] {
  const lines = readFileSync(path.join(folder, name), "utf8").trim().split("\n");
  return lines.map((line) => sample.parse(JSON.parse(line)));
}

const recognise = createRecogniseLure(ourKnowledge);
const helpful = readSamples("helpful.jsonl");
const lures = readSamples("lures.jsonl");
const share = (part: readonly unknown[], all: readonly unknown[]) => part.length / all.length;

describe("the samples", () => {
  it("are 500 helpful replies and 200 lures or more, of these 90 in each language or more", () => {
    expect(helpful.length).toBeGreaterThanOrEqual(500);
    expect(lures.length).toBeGreaterThanOrEqual(200);
    for (const locale of ["en", "vi"])
      expect(lures.filter((lure) => lure.locale === locale).length).toBeGreaterThanOrEqual(90);
  });
});

describe.each(sample.shape.half.options)("of the samples called %s", (half) => {
  it("at most 1 % of the helpful replies are taken for lures", () => {
    const all = helpful.filter((reply) => reply.half === half);
    const alarms = all.filter(({ text }) => recognise({ text }) !== undefined).map(({ text }) => text);
    expect(share(alarms, all), alarms.join("\n")).toBeLessThanOrEqual(0.01);
  });

  it("at least 90 % of the lures are caught", () => {
    const all = lures.filter((reply) => reply.half === half);
    const missed = all.filter(({ text }) => recognise({ text }) === undefined).map(({ text }) => text);
    expect(1 - share(missed, all), missed.join("\n")).toBeGreaterThanOrEqual(0.9);
  });
});

describe("what people ask in our own knowledge", () => {
  it("is hardly ever taken for a lure", () => {
    const phrases = ourKnowledge.entries.flatMap(({ text }) =>
      Object.values(text).flatMap((each) => each?.phrases ?? []),
    );
    const alarms = phrases.filter((text) => recognise({ text }) !== undefined);
    expect(phrases.length).toBeGreaterThan(1000);
    expect(share(alarms, phrases), alarms.join("\n")).toBeLessThanOrEqual(0.005);
  });
});
