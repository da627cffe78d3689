import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maxNudgeAgeMs, nudgeMoment } from "../../src/conversation/nudge/nudge-times.ts";
import { propertyRuns } from "../support/property-runs.ts";

const hour = 3_600_000;
const at = (hours: number, minutes = 0) => Date.UTC(2026, 10, 20, hours, minutes);
const daytime = { afterHours: 3, fromHour: 9, toHour: 21, offsetMinutes: 7 * 60 };

describe("when it is asked whether an answer helped", () => {
  it.each([
    ["two hours after the answer", 4, 6, "early"],
    ["three hours after it", 4, 7, "now"],
    ["when it would be nine in the evening there", 10, 14, "outside-hours"],
    ["a minute before that", 10, 13.99, "now"],
    ["at night, until nine in the morning", 13, 25.99, "outside-hours"],
    ["at nine the next morning", 13, 26, "now"],
    ["more than twenty hours after it", 4, 24.1, "never"],
    ["when the clock has jumped back", 4, 1, "early"],
  ] as const)("%s", (_, answered, asked, moment) => {
    expect(nudgeMoment(at(answered), at(0, asked * 60), daytime)).toBe(moment);
  });

  it("is only within the hours, whatever the offset, and only 2 to 20 hours after the answer", () => {
    const times = fc
      .record({
        afterHours: fc.integer({ min: 2, max: 19 }),
        hours: fc.uniqueArray(fc.integer({ min: 0, max: 24 }), { minLength: 2, maxLength: 2 }),
        offset: fc.integer({ min: -48, max: 56 }),
      })
      .map(({ afterHours, hours, offset }) => ({
        afterHours,
        fromHour: Math.min(...hours),
        toHour: Math.max(...hours),
        offsetMinutes: offset * 15,
      }));
    const anyTime = fc.integer({ min: at(0), max: at(48) });
    fc.assert(
      fc.property(times, anyTime, fc.integer({ min: -hour, max: 30 * hour }), (given, answered, age) => {
        const now = answered + age;
        const local = (((now / hour + given.offsetMinutes / 60) % 24) + 24) % 24;
        const isRight =
          age >= given.afterHours * hour &&
          age <= maxNudgeAgeMs &&
          local >= given.fromHour &&
          local < given.toHour;
        expect(nudgeMoment(answered, now, given) === "now").toBe(isRight);
      }),
      { numRuns: propertyRuns(300) },
    );
  });
});
