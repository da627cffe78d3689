import { describe, expect, it } from "vitest";
import { type Create, createOpen, minute, type Open } from "./open-store.ts";
import { testClockJumps } from "./store-clock.ts";
import { testAgainstModel } from "./store-model.ts";
import { testPlaces } from "./store-places.ts";
import { testLogs, testValues, testVersions } from "./store-values.ts";
import { testWrites } from "./store-writes.ts";

/** What every store driver has to keep to; `create` gives an empty store each time. */
export function testStore(name: string, create: Create): void {
  const open = createOpen(create);
  describe(`the ${name} store`, () => {
    describe("claims events", () => testClaims(open));
    describe("lists what was left unfinished", () => testUnfinished(open));
    describe("keeps the order of a conversation", () => testPlaces(open));
    describe("removes traces", () => testScrub(open));
    describe("keeps values", () => testValues(open));
    describe("versions values", () => testVersions(open));
    describe("keeps logs", () => testLogs(open));
    describe("does writes", () => testWrites(open));
    describe("keeps its word while the clock jumps", () => testClockJumps(open));
    describe("says that it can be written", () => testUpkeep(open));
    describe("agrees with its model", () => testAgainstModel(open));
  });
}

const day = 24 * 60 * minute;

function testUpkeep(open: Open): void {
  it("and can be tidied up, which changes nothing that is kept", async () => {
    const { store } = await open();
    await store.set("k", "one");
    expect(await store.check()).toBeUndefined();
    await store.scrub();
    expect((await store.get("k"))?.value).toBe("one");
  });
}

function testClaims(open: Open): void {
  it("an event that was never seen is new", async () => {
    const { store } = await open();
    expect(await store.claim("e1", "body", minute)).toBe("new");
  });
  it("an event under way is busy until the last moment of its lease", async () => {
    const { store, wait } = await open();
    await store.claim("e1", "body", minute);
    wait(minute - 1);
    expect(await store.claim("e1", "body", minute)).toBe("busy");
  });
  it("an event is new again when its lease runs out", async () => {
    const { store, wait } = await open();
    await store.claim("e1", "body", minute);
    wait(minute);
    expect(await store.claim("e1", "body", minute)).toBe("new");
  });
  it("a busy answer does not lengthen the lease", async () => {
    const { store, wait } = await open();
    await store.claim("e1", "body", minute);
    wait(minute - 1);
    await store.claim("e1", "body", minute);
    wait(1);
    expect(await store.claim("e1", "body", minute)).toBe("new");
  });
  it("a claim renewed after its lease holds for a lease of its own", async () => {
    const { store, wait } = await open();
    await store.claim("e1", "body", minute);
    wait(minute);
    await store.claim("e1", "body", 2 * minute);
    wait(2 * minute - 1);
    expect(await store.claim("e1", "body", minute)).toBe("busy");
  });
  it("a finished event is done, also while its lease still runs", async () => {
    const { store } = await open();
    await store.claim("e1", "body", minute);
    await store.finish("e1");
    expect(await store.claim("e1", "body", minute)).toBe("done");
  });
  it("a finished event is done for 8 days", async () => {
    const { store, wait } = await open();
    await store.claim("e1", "body", minute);
    await store.finish("e1");
    wait(8 * day - 1);
    expect(await store.claim("e1", "body", minute)).toBe("done");
  });
  it("a finished event is new after 8 days", async () => {
    const { store, wait } = await open();
    await store.claim("e1", "body", minute);
    await store.finish("e1");
    wait(8 * day);
    expect(await store.claim("e1", "body", minute)).toBe("new");
  });
  it("an event that was finished without a claim is done", async () => {
    const { store } = await open();
    await store.finish("e1");
    expect(await store.claim("e1", "body", minute)).toBe("done");
  });
  it("two who receive the same event at once do not both get it", async () => {
    const { store } = await open();
    const claims = [store.claim("e1", "a", minute), store.claim("e1", "b", minute)];
    expect((await Promise.all(claims)).sort()).toEqual(["busy", "new"]);
  });
}

function testScrub(open: Open): void {
  it("what is kept stays as it is", async () => {
    const { store, wait } = await open();
    await store.set("k", "one", { ttl: minute });
    await store.set("old", "two", { ttl: 1 });
    await store.append("facts", "line");
    await store.claim("e1", "body", minute);
    wait(1);
    await store.scrub();
    expect((await store.find({})).map(({ key, value }) => [key, value])).toEqual([["k", "one"]]);
    expect(await store.read("facts", 0)).toHaveLength(1);
    expect(await store.claim("e1", "body", minute)).toBe("busy");
  });
}

function testUnfinished(open: Open): void {
  it("all that are claimed are listed while their lease runs and afterwards, until they are finished", async () => {
    const { store, wait } = await open();
    for (const id of ["e1", "e2", "e3"]) await store.claim(id, `body of ${id}`, minute);
    await store.finish("e2");
    const expected = ["e1", "e3"].map((id) => ({ id, body: `body of ${id}` }));
    expect(await store.claimed()).toEqual(expected);
    wait(minute);
    expect(await store.claimed()).toEqual(expected);
  });
  it("an event under way is not listed", async () => {
    const { store, wait } = await open();
    await store.claim("e1", "body", minute);
    wait(minute - 1);
    expect(await store.unfinished()).toEqual([]);
  });
  it("an event whose lease ran out is listed with its body", async () => {
    const { store, wait } = await open();
    await store.claim("e1", '{"text":"xin chào 👋"}', minute);
    wait(minute);
    expect(await store.unfinished()).toEqual([{ id: "e1", body: '{"text":"xin chào 👋"}' }]);
  });
  it("a finished event is not listed: its body is forgotten", async () => {
    const { store, wait } = await open();
    await store.claim("e1", "body", minute);
    await store.finish("e1");
    wait(minute);
    expect(await store.unfinished()).toEqual([]);
  });
  it("a claim renewed after its lease lists the newer body once it runs out too", async () => {
    const { store, wait } = await open();
    await store.claim("e1", "older", minute);
    wait(minute);
    await store.claim("e1", "newer", minute);
    expect(await store.unfinished()).toEqual([]);
    wait(minute);
    expect(await store.unfinished()).toEqual([{ id: "e1", body: "newer" }]);
  });
  it("the oldest event comes first, whatever its lease", async () => {
    const { store, wait } = await open();
    await store.claim("z", "1", 3 * minute);
    wait(1);
    await store.claim("y", "2", 2 * minute);
    wait(1);
    await store.claim("x", "3", minute);
    wait(3 * minute);
    expect((await store.unfinished()).map(({ id }) => id)).toEqual(["z", "y", "x"]);
  });
  it("events of one millisecond keep the order they came in", async () => {
    const { store, wait } = await open();
    for (const id of ["c", "a", "d", "b"]) await store.claim(id, "body", minute);
    wait(minute);
    expect((await store.unfinished()).map(({ id }) => id)).toEqual(["c", "a", "d", "b"]);
  });
}
