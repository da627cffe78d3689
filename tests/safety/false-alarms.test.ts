import { describe, expect, it } from "vitest";
import { secretKindsIn } from "../../src/safety/secret-kinds.ts";
import { ourKnowledge } from "../support/our-knowledge.ts";

const phrases = ourKnowledge.entries.flatMap(({ text }) =>
  Object.values(text).flatMap((each) => each?.phrases ?? []),
);
/** The share of questions without a secret that may be taken to hold one. */
const allowed = 0.005;

describe("the phrases of our own knowledge, as people ask", () => {
  it("are hardly ever taken to hold a secret", () => {
    const alarms = phrases.filter((phrase) => secretKindsIn(phrase).length > 0);
    expect(phrases.length).toBeGreaterThan(1000);
    expect(alarms.length / phrases.length, alarms.join("\n")).toBeLessThan(allowed);
  });
});
