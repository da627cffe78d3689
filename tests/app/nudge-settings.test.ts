import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { idleSetting, nudgeSetting } from "../../src/app/nudge-settings.ts";
import { propertyRuns } from "../support/property-runs.ts";

const read = (value: string) => nudgeSetting.parse(value);
const faults = (value: string) => nudgeSetting.safeParse(value).error?.issues.map(({ message }) => message);

describe("NUDGE", () => {
  it("says after how long, in which hours of the day, and where", () => {
    expect(read("after 3 hours, 9-21 UTC+7")).toEqual({
      afterHours: 3,
      fromHour: 9,
      toHour: 21,
      offsetMinutes: 420,
    });
    expect(read("After 19 hours, 0 - 24 utc-03:30").offsetMinutes).toBe(-210);
    expect(read("after 2 hours, 8-9 UTC").offsetMinutes).toBe(0);
  });

  it.each([
    "yes",
    "3",
    "after 3 hours",
    "after 3 hours, 9-21",
    "9-21 UTC+7",
    "after three hours, 9-21 UTC+7",
    "after 3 hours, 9-21 ICT",
    "after 3 hours, 9-21 UTC+7 please",
  ])("%j is refused with an example", (value) => {
    expect(faults(value)).toEqual([expect.stringMatching(/^NUDGE .* as in: after 3 hours, 9-21 UTC\+7$/)]);
  });

  it.each([
    ["after 1 hour, 9-21 UTC", /2 to 19 hours/],
    ["after 20 hours, 9-21 UTC", /2 to 19 hours/],
    ["after 3 hours, 21-9 UTC", /the earlier one first/],
    ["after 3 hours, 9-9 UTC", /the earlier one first/],
    ["after 3 hours, 9-25 UTC", /0 to 24/],
    ["after 3 hours, 9-21 UTC+15", /UTC-12 to UTC\+14/],
    ["after 3 hours, 9-21 UTC-12:30", /UTC-12 to UTC\+14/],
    ["after 3 hours, 9-21 UTC+5:07", /UTC\+5:30/],
    ["after 3 hours, 9-21 UTC+5:75", /UTC\+5:30/],
  ])("%j is refused with what is wrong", (value, what) => {
    expect(faults(value)).toEqual([expect.stringMatching(what)]);
  });

  it("names everything that is wrong at once", () => {
    expect(faults("after 30 hours, 21-9 UTC+20")?.length).toBe(3);
  });

  it("is what it says or refused by its name, whatever is written", () => {
    const part = fc.constantFrom("after ", "3", " hours", ", ", "9", "-", "21", " UTC", "+7", ":30", "x", "");
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 12 }).map((parts) => parts.join("")),
        (value) => {
          const { data, error } = nudgeSetting.safeParse(value);
          if (data) {
            expect(data.fromHour).toBeLessThan(data.toHour);
            expect(data.afterHours).toBeGreaterThanOrEqual(2);
          } else for (const { message } of error?.issues ?? []) expect(message).toMatch(/^NUDGE /);
        },
      ),
      { numRuns: propertyRuns(300) },
    );
  });
});

describe("TAG_IDLE_POSTS", () => {
  it("says after how long", () => {
    expect(idleSetting.parse("after 24 hours")).toBe(24);
    expect(idleSetting.parse("after 1 hour")).toBe(1);
  });

  it.each(["yes", "24", "after 0 hours", "after 169 hours", "after a day"])("%j is refused", (value) => {
    expect(idleSetting.safeParse(value).error?.issues[0]?.message).toMatch(
      /^TAG_IDLE_POSTS .* as in: after 24 hours$/,
    );
  });
});
