import { expect, it } from "vitest";
import type { Signals } from "../../src/conversation/follow-ups/evidence.ts";
import { judgeKind } from "../../src/conversation/follow-ups/judge-kind.ts";
import type { FollowUpKind } from "../../src/conversation/follow-ups/kinds.ts";
import { fitKinds } from "../../src/evaluation/fit-kinds.ts";

/** Examples with two signals only; the rest of what a follow-up has is left out. */
function example(fit: number, other: number, kind: FollowUpKind) {
  return { signals: { fit, other } as Signals, kind };
}

const examples = [0, 0.1, 0.2, 0.3].flatMap((noise) => [
  example(0.9 - noise, noise, "part"),
  example(noise, 0.9 - noise, "topic"),
  example(noise / 2, noise / 2, "nothing"),
]);

it("learns which signal speaks for which kind", () => {
  const weights = fitKinds(examples);
  const { part, topic } = judgeKind({ fit: 0.8, other: 0 } as Signals, weights);
  expect(part).toBeGreaterThan(0.5);
  expect(topic).toBeLessThan(0.1);
  expect(judgeKind({ fit: 0, other: 0.8 } as Signals, weights).topic).toBeGreaterThan(0.5);
});

it("comes to the same weights each time", () => {
  expect(fitKinds(examples)).toEqual(fitKinds(examples));
});

it("takes a signal that is always the same for none", () => {
  const weights = fitKinds(
    examples.map(({ kind, signals }) => ({ kind, signals: { ...signals, other: 1 } })),
  );
  expect(weights.signals.find(({ name }) => name === "other")?.weights.every((weight) => weight === 0)).toBe(
    true,
  );
});
