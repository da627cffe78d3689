import fc from "fast-check";
import { expect, it } from "vitest";
import { propertyRuns } from "../support/property-runs.ts";
import { minute, type Open } from "./open-store.ts";

export function testPlaces(open: Open): void {
  it("an event stands behind those claimed before it there, and nowhere else", async () => {
    const { store } = await open();
    await store.claim("z1", "body", minute, "c");
    await store.claim("elsewhere", "body", minute, "d");
    await store.claim("nowhere", "body", minute);
    await store.claim("a2", "body", minute, "c");
    await store.claim("m3", "body", minute, "c");
    expect([...(await store.earlier("m3"))].sort()).toEqual(["a2", "z1"]);
    expect(await store.earlier("a2")).toEqual(["z1"]);
    for (const first of ["z1", "elsewhere", "nowhere", "unknown"])
      expect(await store.earlier(first)).toEqual([]);
  });

  it("one that is finished is not waited for", async () => {
    const { store } = await open();
    await store.claim("e1", "body", minute, "c");
    await store.claim("e2", "body", minute, "c");
    await store.finish("e1");
    expect(await store.earlier("e2")).toEqual([]);
  });

  it("one that has left is not waited for, and stays claimed", async () => {
    const { store } = await open();
    await store.claim("e1", "body", minute, "c");
    await store.claim("e2", "body", minute, "c");
    await store.leave("e1");
    expect(await store.earlier("e2")).toEqual([]);
    expect(await store.claim("e1", "body", minute, "c")).toBe("busy");
  });

  it("one whose lease ran out is not waited for until it is claimed again, at the place it had", async () => {
    const { store, wait } = await open();
    await store.claim("e1", "body", minute, "c");
    wait(minute - 1);
    await store.claim("e2", "body", minute, "c");
    expect(await store.earlier("e2")).toEqual(["e1"]);
    wait(1);
    expect(await store.earlier("e2")).toEqual([]);
    await store.claim("e1", "body", minute, "c");
    expect(await store.earlier("e2")).toEqual(["e1"]);
    expect(await store.earlier("e1")).toEqual([]);
  });

  it("a lease that is renewed ends that much later", async () => {
    const { store, wait } = await open();
    await store.claim("e1", "body", minute, "c");
    await store.claim("e2", "body", minute, "c");
    wait(minute - 1);
    await store.renew(["e1", "unknown"], minute);
    wait(minute - 1);
    expect(await store.claim("e1", "again", minute)).toBe("busy");
    expect((await store.unfinished()).map(({ id }) => id)).toEqual(["e2"]);
    wait(1);
    expect(await store.unfinished()).toHaveLength(2);
  });

  it("a finished event stays finished when its lease is renewed", async () => {
    const { store } = await open();
    await store.claim("e1", "body", minute, "c");
    await store.finish("e1");
    await store.renew(["e1"], minute);
    expect(await store.claim("e1", "body", minute)).toBe("done");
  });

  it("of many claimed at once, each stands behind another number of them", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 12 }), async (count) => {
        const { store } = await open();
        const ids = Array.from({ length: count }, (_, index) => `e${index}`);
        await Promise.all(ids.map((id) => store.claim(id, "body", minute, "c")));
        const before = await Promise.all(ids.map(async (id) => (await store.earlier(id)).length));
        expect(before.sort((a, b) => a - b)).toEqual(ids.map((_, index) => index));
      }),
      { numRuns: propertyRuns(20) },
    );
  });
}
