import fc from "fast-check";
import { expect, it } from "vitest";
import { propertyRuns } from "../support/property-runs.ts";
import { minute, type Open } from "./open-store.ts";

const day = 24 * 60 * minute;

/** A clock that is put forward or back by NTP, or that stood still while its machine slept. */
export function testClockJumps(open: Open): void {
  it("an event that was claimed while the clock was a day ahead is free again", async () => {
    const { store, wait } = await open();
    wait(day);
    await store.claim("e1", "body", minute);
    wait(-day);
    expect(await store.unfinished()).toEqual([{ id: "e1", body: "body" }]);
    expect(await store.claim("e1", "again", minute)).toBe("new");
    expect(await store.claim("e1", "again", minute)).toBe("busy");
  });

  it("an event that was claimed before the clock went back a day is free again", async () => {
    const { store, wait } = await open();
    await store.claim("e1", "body", minute);
    wait(-day);
    expect(await store.claim("e1", "again", minute)).toBe("new");
  });

  it.each([3 * day, -3 * day])("a finished event stays done after a jump of %i ms", async (jump) => {
    const { store, wait } = await open();
    await store.claim("e1", "body", minute);
    await store.finish("e1");
    wait(jump);
    await store.finish("another, which may sweep");
    expect(await store.claim("e1", "body", minute)).toBe("done");
    wait(-jump);
    expect(await store.claim("e1", "body", minute)).toBe("done");
  });

  it("a value keeps its version growing", async () => {
    const { store, wait } = await open();
    wait(day);
    await store.set("k", "one");
    const before = await store.get("k");
    wait(-day);
    await store.set("k", "two");
    expect((await store.get("k"))?.version).toBeGreaterThan(before?.version ?? Number.POSITIVE_INFINITY);
  });

  it("no event is lost or done twice, whatever jumps of a day come in between", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), (steps) => follow(open, steps)),
      { numRuns: propertyRuns(50) },
    );
  });
}

const names = fc.constantFrom("a", "b", "c");
const step = fc.oneof(
  fc.record({ kind: fc.constant("jump"), to: fc.constantFrom(-day, 0, day) }),
  fc.record({ kind: fc.constant("wait"), span: fc.constantFrom(1000, minute) }),
  fc.record({ kind: fc.constant("claim"), name: names }),
  fc.record({ kind: fc.constant("finish"), name: names }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Does the steps, and puts the clock right in the end: then all that is unfinished is listed. */
async function follow(open: Open, steps: readonly Step[]): Promise<void> {
  const { store, wait } = await open();
  let offset = 0;
  const claimed = new Set<string>();
  const finished = new Set<string>();
  const setClock = (to: number) => {
    wait(to - offset);
    offset = to;
  };
  const take = async (one: Step): Promise<void> => {
    switch (one.kind) {
      case "jump":
        return setClock(one.to);
      case "wait":
        return wait(one.span);
      case "claim":
        expect((await store.claim(one.name, one.name, minute)) === "done").toBe(finished.has(one.name));
        claimed.add(one.name);
        return;
      case "finish":
        await store.finish(one.name);
        finished.add(one.name);
    }
  };
  for (const one of steps) await take(one);
  setClock(0);
  wait(2 * minute);
  const unanswered = [...claimed].filter((name) => !finished.has(name)).sort();
  expect((await store.unfinished()).map(({ id }) => id).sort()).toEqual(unanswered);
}
