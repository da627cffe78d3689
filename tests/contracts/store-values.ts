import { expect, it } from "vitest";
import type { LogLine } from "../../src/store/store.ts";
import { minute, type Open, start } from "./open-store.ts";

export function testValues(open: Open): void {
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
    ["control characters", "a\u0001b\u001f\r\n\tc"],
    ["a megabyte", "ắ".repeat(350_000)],
  ])("%s comes back as it was written", async (_, text) => {
    const { store } = await open();
    await store.set("k", text);
    expect((await store.get("k"))?.value === text).toBe(true);
  });
  it("keys differ by case, accents and trailing space", async () => {
    const { store } = await open();
    const keys = ["dung", "Dung", "đúng", "dung ", ""];
    for (const key of keys) await store.set(key, `value of ${key}`);
    for (const key of keys) expect((await store.get(key))?.value).toBe(`value of ${key}`);
  });
  it.each([
    ["begin", { startsWith: "state/" }, ["state/a/ana", "state/b/bình"]],
    ["end", { endsWith: "/ana" }, ["drafts/ana", "state/a/ana"]],
    ["begin and end", { startsWith: "state/", endsWith: "/ana" }, ["state/a/ana"]],
    ["begin with what a pattern would mean", { startsWith: "%" }, ["%_*?"]],
    ["begin and contain", { startsWith: "state/", contains: "bình" }, ["state/b/bình"]],
    ["say nothing of, by their values", { contains: "value of drafts/ana" }, ["drafts/ana"]],
    ["do not match", { startsWith: "State/" }, []],
  ])("values are found by how their keys %s", async (_, pattern, expected) => {
    const { store, wait } = await open();
    await store.set("state/gone/ana", "", { ttl: 1 });
    wait(1);
    const keys = ["state/a/ana", "state/b/bình", "drafts/ana", "drafts/anna", "%_*?", "stat"];
    for (const key of keys) await store.set(key, `value of ${key}`);
    const found = [...(await store.find(pattern))].sort((a, b) => (a.key < b.key ? -1 : 1));
    expect(found.map(({ key, value }) => [key, value])).toEqual(
      expected.map((key) => [key, `value of ${key}`]),
    );
    for (const { key, version } of found) expect(version).toBe((await store.get(key))?.version);
  });
  it("a thousand keys are kept apart", async () => {
    const { store } = await open();
    const keys = Array.from({ length: 1000 }, (_, index) => `conversation/${index}`);
    for (const key of keys) await store.set(key, `value of ${key}`);
    const values = await Promise.all(keys.map((key) => store.get(key)));
    expect(values.map((found) => found?.value)).toEqual(keys.map((key) => `value of ${key}`));
  });
}

export function testVersions(open: Open): void {
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
  it("a version read before the value expired is refused over a later value", async () => {
    const { store, wait } = await open();
    await store.set("k", "one", { ttl: minute });
    const { version = -1 } = (await store.get("k")) ?? {};
    wait(minute);
    await store.set("k", "two");
    expect(await store.set("k", "three", { ifVersion: version })).toBe(false);
  });
}

export function testLogs(open: Open): void {
  it("a log that was never written is empty", async () => {
    const { store } = await open();
    expect(await store.read("facts", 0)).toEqual([]);
  });
  it("lines come oldest first, with the time they were written at", async () => {
    const { store, wait } = await open();
    for (const text of ["b", "a"]) await store.append("facts", text);
    wait(5);
    await store.append("facts", "a");
    const expected: readonly LogLine[] = [
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
  it("a line with a time to live is gone when that is over, and its neighbours stay", async () => {
    const { store, wait } = await open();
    await store.append("facts", "short", { ttl: minute });
    await store.append("facts", "long");
    wait(minute - 1);
    expect((await store.read("facts", 0)).map(({ text }) => text)).toEqual(["short", "long"]);
    wait(1);
    expect((await store.read("facts", 0)).map(({ text }) => text)).toEqual(["long"]);
  });
  it("a time to live above 90 days is no longer than those", async () => {
    const { store, wait } = await open();
    await store.append("facts", "old", { ttl: 365 * 24 * 60 * minute });
    wait(90 * 24 * 60 * minute);
    expect(await store.read("facts", 0)).toEqual([]);
  });
}
