import fc from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";
import { type Clock, finishedKept, type Line, linesKept, type Store } from "../../src/store/store.ts";

type Create = (now: Clock) => Promise<Store>;
type Open = () => Promise<{ readonly store: Store; readonly wait: (milliseconds: number) => void }>;

const start = Date.UTC(2026, 10, 20);
const minute = 60_000;

/** What every store driver has to keep to. `create` gives an empty store each time. */
export function testStore(name: string, create: Create): void {
  const open: Open = async () => {
    let time = start;
    const store = await create(() => time);
    onTestFinished(() => store.close());
    return {
      store,
      wait: (milliseconds) => {
        time += milliseconds;
      },
    };
  };
  describe(`the ${name} store`, () => {
    describe("claims events", () => testClaims(open));
    describe("lists what was left unfinished", () => testUnfinished(open));
    describe("keeps values", () => testValues(open));
    describe("versions values", () => testVersions(open));
    describe("keeps logs", () => testLogs(open));
    it("answers any sequence of operations as the model does", () => fc.assert(compareWithModel(create), { numRuns: 200 }));
  });
}

function testClaims(open: Open): void {
  it("an event that was never seen is new", async () => {
    const { store } = await open();
    expect(await store.receive("e1", "body", minute)).toBe("new");
  });
  it("an event under way is busy until the last moment of its lease", async () => {
    const { store, wait } = await open();
    await store.receive("e1", "body", minute);
    wait(minute - 1);
    expect(await store.receive("e1", "body", minute)).toBe("busy");
  });
  it("an event is new again when its lease runs out", async () => {
    const { store, wait } = await open();
    await store.receive("e1", "body", minute);
    wait(minute);
    expect(await store.receive("e1", "body", minute)).toBe("new");
  });
  it("a busy answer does not lengthen the lease", async () => {
    const { store, wait } = await open();
    await store.receive("e1", "body", minute);
    wait(minute - 1);
    await store.receive("e1", "body", minute);
    wait(1);
    expect(await store.receive("e1", "body", minute)).toBe("new");
  });
  it("a claim renewed after its lease holds for a lease of its own", async () => {
    const { store, wait } = await open();
    await store.receive("e1", "body", minute);
    wait(minute);
    await store.receive("e1", "body", 2 * minute);
    wait(2 * minute - 1);
    expect(await store.receive("e1", "body", minute)).toBe("busy");
  });
  it("a finished event is done, also while its lease still runs", async () => {
    const { store } = await open();
    await store.receive("e1", "body", minute);
    await store.finish("e1");
    expect(await store.receive("e1", "body", minute)).toBe("done");
  });
  it("a finished event is done for 48 hours", async () => {
    const { store, wait } = await open();
    await store.receive("e1", "body", minute);
    await store.finish("e1");
    wait(48 * 60 * minute - 1);
    expect(await store.receive("e1", "body", minute)).toBe("done");
  });
  it("a finished event is new after 48 hours", async () => {
    const { store, wait } = await open();
    await store.receive("e1", "body", minute);
    await store.finish("e1");
    wait(48 * 60 * minute);
    expect(await store.receive("e1", "body", minute)).toBe("new");
  });
  it("an event that was finished without a claim is done", async () => {
    const { store } = await open();
    await store.finish("e1");
    expect(await store.receive("e1", "body", minute)).toBe("done");
  });
  it("two who receive the same event at once do not both get it", async () => {
    const { store } = await open();
    const claims = [store.receive("e1", "a", minute), store.receive("e1", "b", minute)];
    expect((await Promise.all(claims)).sort()).toEqual(["busy", "new"]);
  });
}

function testUnfinished(open: Open): void {
  it("an event under way is not listed", async () => {
    const { store, wait } = await open();
    await store.receive("e1", "body", minute);
    wait(minute - 1);
    expect(await store.unfinished()).toEqual([]);
  });
  it("an event whose lease ran out is listed with its body", async () => {
    const { store, wait } = await open();
    await store.receive("e1", '{"text":"xin chào 👋"}', minute);
    wait(minute);
    expect(await store.unfinished()).toEqual([{ id: "e1", body: '{"text":"xin chào 👋"}' }]);
  });
  it("a finished event is not listed: its body is forgotten", async () => {
    const { store, wait } = await open();
    await store.receive("e1", "body", minute);
    await store.finish("e1");
    wait(minute);
    expect(await store.unfinished()).toEqual([]);
  });
  it("a claim renewed after its lease lists the newer body once it runs out too", async () => {
    const { store, wait } = await open();
    await store.receive("e1", "older", minute);
    wait(minute);
    await store.receive("e1", "newer", minute);
    expect(await store.unfinished()).toEqual([]);
    wait(minute);
    expect(await store.unfinished()).toEqual([{ id: "e1", body: "newer" }]);
  });
  it("the oldest event comes first, whatever its lease", async () => {
    const { store, wait } = await open();
    await store.receive("z", "1", 3 * minute);
    wait(1);
    await store.receive("y", "2", 2 * minute);
    wait(1);
    await store.receive("x", "3", minute);
    wait(3 * minute);
    expect((await store.unfinished()).map(({ id }) => id)).toEqual(["z", "y", "x"]);
  });
  it("events of one millisecond keep the order they came in", async () => {
    const { store, wait } = await open();
    for (const id of ["c", "a", "d", "b"]) await store.receive(id, "body", minute);
    wait(minute);
    expect((await store.unfinished()).map(({ id }) => id)).toEqual(["c", "a", "d", "b"]);
  });
}

function testValues(open: Open): void {
  it("a key that was never written is undefined", async () => {
    const { store } = await open();
    expect(await store.get("k")).toBeUndefined();
  });
  it("the last value written is the one that is read", async () => {
    const { store } = await open();
    await store.set("k", "one");
    expect(await store.set("k", "two")).toBe(true);
    expect((await store.get("k"))?.value).toBe("two");
  });
  it("a value without a time to live stays", async () => {
    const { store, wait } = await open();
    await store.set("k", "one");
    wait(10 * 365 * 24 * 60 * minute);
    await store.finish("an event, which may sweep");
    expect((await store.get("k"))?.value).toBe("one");
  });
  it("a value stays to the last moment of its time to live, and is gone then", async () => {
    const { store, wait } = await open();
    await store.set("k", "one", { ttl: minute });
    wait(minute - 1);
    expect((await store.get("k"))?.value).toBe("one");
    wait(1);
    expect(await store.get("k")).toBeUndefined();
  });
  it("the time to live is that of the last write", async () => {
    const { store, wait } = await open();
    await store.set("k", "one", { ttl: minute });
    await store.set("k", "two");
    wait(minute);
    expect((await store.get("k"))?.value).toBe("two");
  });
  it.each([
    ["empty text", ""],
    ["Vietnamese, emoji and right-to-left text", "Tôi quên mật khẩu 🔑👩‍👩‍👧 שלום"],
    ["quotes and statements", `'; DROP TABLE value; -- "\\ %_`],
    ["control characters", "a\u0000b\u001f\r\n\tc"],
    ["a megabyte", "ắ".repeat(350_000)],
  ])("%s comes back as it was written", async (_, text) => {
    const { store } = await open();
    await store.set("k", text);
    expect((await store.get("k"))?.value === text).toBe(true);
  });
  it("keys differ by case, accents and trailing space", async () => {
    const { store } = await open();
    const keys = ["dung", "Dung", "đúng", "dung ", "dung\u0000", ""];
    for (const key of keys) await store.set(key, `value of ${key}`);
    for (const key of keys) expect((await store.get(key))?.value).toBe(`value of ${key}`);
  });
  it("a thousand keys are kept apart", async () => {
    const { store } = await open();
    const keys = Array.from({ length: 1000 }, (_, index) => `conversation/${index}`);
    for (const key of keys) await store.set(key, `value of ${key}`);
    const values = await Promise.all(keys.map((key) => store.get(key)));
    expect(values.map((found) => found?.value)).toEqual(keys.map((key) => `value of ${key}`));
  });
}

function testVersions(open: Open): void {
  it("the version grows with every write", async () => {
    const { store } = await open();
    await store.set("k", "one");
    const before = await store.get("k");
    await store.set("k", "one");
    const after = await store.get("k");
    expect(after?.version).toBeGreaterThan(before?.version ?? Number.POSITIVE_INFINITY);
  });
  it("version 0 writes where nothing is", async () => {
    const { store } = await open();
    expect(await store.set("k", "one", { ifVersion: 0 })).toBe(true);
    expect((await store.get("k"))?.value).toBe("one");
  });
  it("version 0 is refused where something is, and changes nothing", async () => {
    const { store } = await open();
    await store.set("k", "one");
    const before = await store.get("k");
    expect(await store.set("k", "two", { ifVersion: 0 })).toBe(false);
    expect(await store.get("k")).toEqual(before);
  });
  it("the version that was read writes once", async () => {
    const { store } = await open();
    await store.set("k", "one");
    const { version = -1 } = (await store.get("k")) ?? {};
    expect(await store.set("k", "two", { ifVersion: version })).toBe(true);
    expect(await store.set("k", "three", { ifVersion: version })).toBe(false);
    expect((await store.get("k"))?.value).toBe("two");
  });
  it("a version is refused where nothing is", async () => {
    const { store } = await open();
    expect(await store.set("k", "one", { ifVersion: 1 })).toBe(false);
    expect(await store.get("k")).toBeUndefined();
  });
  it("an expired value counts as absent", async () => {
    const { store, wait } = await open();
    await store.set("k", "one", { ttl: minute });
    const { version = -1 } = (await store.get("k")) ?? {};
    wait(minute);
    expect(await store.set("k", "two", { ifVersion: version })).toBe(false);
    expect(await store.set("k", "three", { ifVersion: 0 })).toBe(true);
    expect((await store.get("k"))?.value).toBe("three");
  });
}

function testLogs(open: Open): void {
  it("a log that was never written is empty", async () => {
    const { store } = await open();
    expect(await store.read("facts", 0)).toEqual([]);
  });
  it("lines come oldest first, with the time they were written at", async () => {
    const { store, wait } = await open();
    for (const text of ["b", "a"]) await store.append("facts", text);
    wait(5);
    await store.append("facts", "a");
    const expected: readonly Line[] = [
      { at: start, text: "b" },
      { at: start, text: "a" },
      { at: start + 5, text: "a" },
    ];
    expect(await store.read("facts", 0)).toEqual(expected);
  });
  it("a line written at the asked time is read, an earlier one is not", async () => {
    const { store, wait } = await open();
    await store.append("facts", "earlier");
    wait(1);
    await store.append("facts", "then");
    expect((await store.read("facts", start + 1)).map(({ text }) => text)).toEqual(["then"]);
  });
  it("logs are kept apart", async () => {
    const { store } = await open();
    await store.append("facts", "one");
    expect(await store.read("Facts", 0)).toEqual([]);
  });
  it("a line is kept for 90 days, and gone then", async () => {
    const { store, wait } = await open();
    await store.append("facts", "old");
    wait(90 * 24 * 60 * minute - 1);
    await store.append("facts", "young");
    expect((await store.read("facts", 0)).map(({ text }) => text)).toEqual(["old", "young"]);
    wait(1);
    expect((await store.read("facts", 0)).map(({ text }) => text)).toEqual(["young"]);
  });
}

const name = fc.constantFrom("a", "b", "đ");
const span = fc.constantFrom(1, 1000, minute, 10 * minute);
const text = fc.string({ unit: "grapheme" });

const operation = fc.oneof(
  fc.record({ kind: fc.constant("wait"), span: fc.oneof(span, fc.constantFrom(finishedKept, linesKept)) }),
  fc.record({ kind: fc.constant("receive"), name, text, span }),
  fc.record({ kind: fc.constant("finish"), name }),
  fc.record({ kind: fc.constant("set"), name, text, ttl: fc.option(span, { nil: undefined }) }),
  fc.record({ kind: fc.constant("replace"), name, text, over: fc.constantFrom("nothing", "current", "newer") }),
  fc.record({ kind: fc.constant("append"), name, text }),
);
