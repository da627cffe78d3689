import fc from "fast-check";
import { expect, it } from "vitest";
import { createBackOff } from "../../../../adapters/discord/connection/back-off.ts";

const dayMs = 24 * 3_600_000;

it("a shard waits longer each time it fails, and starts over once it stands", () => {
  const backOff = createBackOff(() => 0);
  const waits = (count: number, shard = 0) =>
    Array.from({ length: count }, () => backOff.next({ shard, shardCount: 2, identifies: true }));
  expect(waits(10)).toEqual([0, 0, 1000, 2000, 4000, 8000, 16_000, 32_000, 64_000, 120_000]);
  expect(waits(3, 1)).toEqual([0, 0, 1000]);
  backOff.connected(0, "identified");
  expect(waits(3)).toEqual([0, 0, 1000]);
  backOff.connected(0, "resumed");
  expect(waits(3)).toEqual([0, 0, 1000]);
});

it("all shards may begin anew twice without waiting", () => {
  const backOff = createBackOff(() => 0);
  const shards = [...Array(60).keys()];
  for (const shard of [...shards, ...shards]) {
    expect(backOff.next({ shard, shardCount: 60, identifies: true })).toBe(0);
    backOff.connected(shard, "identified");
  }
});

/** Shards whose sessions Discord drops at once, some more slowly than others; counts the sessions of a day. */
function countSessions(lifetimesMs: readonly number[]): number {
  let now = 0;
  const backOff = createBackOff(() => now);
  const shardCount = lifetimesMs.length;
  const attempt = (shard: number) => now + backOff.next({ shard, shardCount, identifies: true });
  const nextAt = lifetimesMs.map((_, shard) => attempt(shard));
  for (let sessions = 0; ; sessions += 1) {
    now = Math.min(...nextAt);
    if (now >= dayMs) return sessions;
    const shard = nextAt.indexOf(now);
    backOff.connected(shard, "identified");
    now += lifetimesMs[shard] ?? 0;
    nextAt[shard] = attempt(shard);
  }
}

it("fewer than 1,000 sessions begin in a day, however often Discord drops them", () => {
  const lifetimes = fc.array(fc.integer({ min: 500, max: 7_200_000 }), { minLength: 1, maxLength: 60 });
  fc.assert(fc.property(lifetimes, (lifetimesMs) => countSessions(lifetimesMs) < 1000));
  expect(countSessions(Array(60).fill(500))).toBeLessThan(1000);
  expect(countSessions([500])).toBeLessThan(1000);
});

it("a session that is resumed does not wait, whatever was begun before", () => {
  const backOff = createBackOff(() => 0);
  for (let count = 0; count < 100; count += 1) backOff.connected(0, "identified");
  expect(backOff.next({ shard: 0, shardCount: 1, identifies: true })).toBe(120_000);
  expect(backOff.next({ shard: 0, shardCount: 1, identifies: false })).toBe(0);
});
