import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRateLimit } from "../../src/lib/rate-limit.ts";
import { createRecentMap } from "../../src/lib/recent-map.ts";

const rate = { burst: 3, perMinute: 6 };
const minute = 60_000;

function open(maxKeys = 100) {
  const clock = { now: 1_000_000 };
  return { clock, limit: createRateLimit({ rate, pauseMs: minute, now: () => clock.now, maxKeys }) };
}

describe("a rate limit", () => {
  it("allows a burst, says once that it is over, and is closed until the pause ends", () => {
    const { clock, limit } = open();
    const verdicts = Array.from({ length: 6 }, () => limit.take("lan"));
    expect(verdicts).toEqual(["allowed", "allowed", "allowed", "over", "closed", "closed"]);
    clock.now += minute;
    expect(limit.take("lan")).toBe("allowed");
  });

  it("holds for each key by itself", () => {
    const { limit } = open();
    for (let time = 0; time < 9; time++) limit.take("lan");
    expect(limit.take("minh")).toBe("allowed");
  });

  it("looks without counting", () => {
    const { limit } = open();
    for (let time = 0; time < 9; time++) expect(limit.isExhausted("lan")).toBe(false);
    for (let time = 0; time < 3; time++) limit.take("lan");
    expect(limit.isExhausted("lan")).toBe(true);
  });

  it("never allows more than the burst and what came back, whatever the clock does", () => {
    const steps = fc.array(fc.integer({ min: -5 * minute, max: 5 * minute }), { maxLength: 200 });
    fc.assert(
      fc.property(steps, (all) => {
        const { clock, limit } = open();
        let allowed = 0;
        let forward = 0;
        for (const step of all) {
          clock.now += step;
          forward += Math.max(0, step);
          if (limit.take("lan") === "allowed") allowed += 1;
        }
        expect(allowed).toBeLessThanOrEqual(rate.burst + (forward * rate.perMinute) / minute);
      }),
    );
  });

  it("remembers a limited number of keys, and of those the ones that were used last", () => {
    const { limit } = open(10);
    for (let time = 0; time < 9; time++) limit.take("lan");
    for (let index = 0; index < 50; index++) {
      limit.take(`person ${index}`);
      expect(limit.take("lan")).toBe("closed");
    }
    for (let index = 0; index < 50; index++) limit.take(`person ${index}`);
    expect(limit.take("lan")).toBe("allowed");
  });
});

it("a recent map forgets what was not used for the longest time", () => {
  const map = createRecentMap<number>(2);
  map.set("a", 1);
  map.set("b", 2);
  expect(map.get("a")).toBe(1);
  map.set("c", 3);
  expect([map.get("a"), map.get("b"), map.get("c")]).toEqual([1, undefined, 3]);
});
