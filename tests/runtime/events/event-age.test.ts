import fc from "fast-check";
import { expect, it } from "vitest";
import { createEventAge } from "../../../src/runtime/events/event-age.ts";
import { propertyRuns } from "../../support/property-runs.ts";

const minute = 60_000;
const day = 24 * 60 * minute;
const noon = Date.UTC(2026, 10, 20, 12);

/** A clock that can be put right or wrong while time passes. */
function openClock() {
  let elapsed = 0;
  let offset = 0;
  const now = () => noon + elapsed + offset;
  const ageOf = createEventAge({ now, elapsed: () => elapsed });
  const pass = (milliseconds: number) => {
    elapsed += milliseconds;
  };
  const setOffset = (to: number) => {
    offset = to;
  };
  return { now, ageOf, pass, setOffset };
}

it("an event's age is the time since it came", () => {
  const { now, ageOf, pass } = openClock();
  const at = now();
  pass(61 * minute);
  expect(ageOf(at)).toBe(61 * minute);
});

it("an event of before the start is as old as its time says", () => {
  expect(openClock().ageOf(noon - 2 * day)).toBe(2 * day);
});

it("whatever jumps of a day the clock makes, an event is as old as the time that passed", () => {
  const steps = fc.array(
    fc.oneof(
      fc.record({ kind: fc.constant("jump"), to: fc.constantFrom(-day, 0, day) }),
      fc.record({ kind: fc.constant("pass"), span: fc.integer({ min: 1, max: 10 * minute }) }),
      fc.record({ kind: fc.constant("event") }),
    ),
    { maxLength: 15 },
  );
  fc.assert(
    fc.property(steps, (sequence) => {
      const { now, ageOf, pass, setOffset } = openClock();
      let elapsed = 0;
      const events: { readonly at: number; readonly elapsed: number }[] = [];
      for (const step of sequence) {
        if (step.kind === "jump") setOffset(step.to);
        if (step.kind === "event") events.push({ at: now(), elapsed });
        if (step.kind === "pass") {
          pass(step.span);
          elapsed += step.span;
        }
        // The process looks at its events several times a minute.
        ageOf(now());
      }
      for (const event of events) expect(ageOf(event.at)).toBe(elapsed - event.elapsed);
    }),
    { numRuns: propertyRuns(300) },
  );
});
