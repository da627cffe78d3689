import { expect, it } from "vitest";
import { minute, type Open } from "./open-store.ts";

/** Several writes done together. */
export function testWrites(open: Open): void {
  it("done together are all done, in their order", async () => {
    const { store } = await open();
    await store.claim("e1", "before", minute);
    await store.write([
      { kind: "set", key: "k", value: "first" },
      { kind: "set", key: "k", value: "second" },
      { kind: "append", log: "l", text: "line" },
      { kind: "amend", id: "e1", body: "after" },
    ]);
    expect((await store.get("k"))?.value).toBe("second");
    expect((await store.read("l", 0)).map(({ text }) => text)).toEqual(["line"]);
  });

  it("that amend an event change its body and not its lease", async () => {
    const { store, wait } = await open();
    await store.claim("e1", "before", minute);
    wait(minute - 1);
    await store.write([{ kind: "amend", id: "e1", body: "after" }]);
    expect(await store.claim("e1", "again", minute)).toBe("busy");
    wait(1);
    expect(await store.unfinished()).toEqual([{ id: "e1", body: "after" }]);
  });

  it("that amend an event that is finished, or was never seen, change nothing", async () => {
    const { store, wait } = await open();
    await store.claim("e1", "before", minute);
    await store.finish("e1");
    await store.write([
      { kind: "amend", id: "e1", body: "after" },
      { kind: "amend", id: "e2", body: "after" },
    ]);
    wait(minute);
    expect(await store.unfinished()).toEqual([]);
    expect(await store.claim("e2", "body", minute)).toBe("new");
  });

  it("keep to the time they are given", async () => {
    const { store, wait } = await open();
    await store.write([
      { kind: "set", key: "k", value: "v", ttl: minute },
      { kind: "append", log: "l", text: "line", ttl: minute },
    ]);
    wait(minute);
    expect(await store.get("k")).toBeUndefined();
    expect(await store.read("l", 0)).toEqual([]);
  });

  it("that delete a value leave nothing of it", async () => {
    const { store } = await open();
    await store.set("k", "one");
    expect(await store.write([{ kind: "delete", key: "k" }])).toBe(true);
    expect(await store.get("k")).toBeUndefined();
    expect(await store.set("k", "two", { ifVersion: 0 })).toBe(true);
  });

  it("are all done where each version is the one that is stored", async () => {
    const { store } = await open();
    await store.set("k", "one");
    const { version = -1 } = (await store.get("k")) ?? {};
    const done = await store.write([
      { kind: "set", key: "k", value: "two", ifVersion: version },
      { kind: "set", key: "new", value: "one", ifVersion: 0 },
    ]);
    expect(done).toBe(true);
    expect((await store.get("k"))?.value).toBe("two");
    expect((await store.get("new"))?.value).toBe("one");
  });

  it("are none of them done where one version is another", async () => {
    const { store } = await open();
    await store.claim("e1", "before", minute);
    await store.set("k", "one");
    const done = await store.write([
      { kind: "set", key: "other", value: "one" },
      { kind: "append", log: "l", text: "line" },
      { kind: "set", key: "k", value: "two", ifVersion: 0 },
    ]);
    expect(done).toBe(false);
    expect((await store.get("k"))?.value).toBe("one");
    expect(await store.get("other")).toBeUndefined();
    expect(await store.read("l", 0)).toEqual([]);
  });

  it("of two at once over one version, only one is done", async () => {
    const { store } = await open();
    await store.set("k", "one");
    const { version = -1 } = (await store.get("k")) ?? {};
    const take = (value: string) => store.write([{ kind: "set", key: "k", value, ifVersion: version }]);
    expect((await Promise.all([take("a"), take("b")])).sort()).toEqual([false, true]);
  });

  it("of nothing are nothing", async () => {
    const { store } = await open();
    await store.write([]);
    expect(await store.unfinished()).toEqual([]);
  });
}
