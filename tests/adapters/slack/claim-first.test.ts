import { describe, expect, it } from "vitest";
import { createMemoryStore } from "../../../src/store/memory.ts";
import type { Store } from "../../../src/store/store.ts";
import { startSmallPack } from "../../support/small-pack.ts";
import { openChannel } from "./open-channel.ts";
import type { Transport } from "./start-slack.ts";

const transports: readonly Transport[] = ["socket", "http"];

/** A store that stands still in one call until it is released. */
function standingStore(method: "claim" | "get") {
  const store = createMemoryStore(Date.now);
  let stands = false;
  let release = () => {};
  let gate = Promise.resolve();
  const standStill = () => {
    stands = true;
    gate = new Promise((resolve) => {
      release = () => {
        stands = false;
        resolve();
      };
    });
  };
  const claimed: string[] = [];
  const standing: Store = {
    ...store,
    claim: async (id, ...others) => {
      if (method === "claim" && stands) await gate;
      claimed.push(id);
      return store.claim(id, ...others);
    },
    get: async (key) => {
      if (method === "get" && stands) await gate;
      return store.get(key);
    },
  };
  return { core: startSmallPack(standing), standStill, release: () => release(), claimed };
}

describe.each(transports)("by %s", (transport) => {
  it("a command and a press are acknowledged once they are in the store, before they are answered", async () => {
    const { core, standStill, release, claimed } = standingStore("get");
    const { ana, channel, answer, said, settled } = await openChannel(transport, { core });
    await ana.types(channel, "/aws-help I lost my key");
    const first = await answer();
    standStill();
    expect(await ana.types(channel, "/aws-help my window is stuck")).toMatchObject({ kind: "acknowledged" });
    expect(await ana.presses(first, "Still stuck")).toEqual({ kind: "acknowledged" });
    expect(claimed.length).toBe(3);
    release();
    await settled();
    expect(said().length).toBeGreaterThan(1);
  });

  it("while the store stands still they are acknowledged all the same, and answered after it", async () => {
    const { core, standStill, release, claimed } = standingStore("claim");
    const { ana, channel, said, settled } = await openChannel(transport, { core });
    standStill();
    expect(await ana.types(channel, "/aws-help I lost my key")).toMatchObject({ kind: "acknowledged" });
    expect(claimed).toEqual([]);
    release();
    await settled();
    expect(said().map(({ text }) => text.split("\n")[0])).toEqual(["I lost the key"]);
  });

  it("while the store fails, the person is told", async () => {
    const store = createMemoryStore(Date.now);
    const claim = () => Promise.reject(new Error("the disk is full"));
    const { ana, channel, answer } = await openChannel(transport, {
      core: startSmallPack({ ...store, claim }),
    });
    expect(await ana.types(channel, "/aws-help I lost my key")).toMatchObject({ kind: "acknowledged" });
    expect((await answer()).text).toMatch(/^Something went wrong on my end/);
    ana.says(ana.dm, "I lost my key");
    expect((await answer(ana.dm)).text).toMatch(/^Something went wrong on my end/);
  });
});
