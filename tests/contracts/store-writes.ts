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

  it("of nothing are nothing", async () => {
    const { store } = await open();
    await store.write([]);
    expect(await store.unfinished()).toEqual([]);
  });
}
