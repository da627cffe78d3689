import { expect, it } from "vitest";
import { findFaults } from "../../src/app/find-faults.ts";
import type { Adapter } from "../../src/platform/adapter.ts";
import { createMemoryStore } from "../../src/store/memory.ts";

const store = createMemoryStore(Date.now);

function adapter(name: string, isReceiving?: () => boolean): Adapter {
  return {
    name,
    start: async () => {},
    deliver: async () => undefined,
    stop: async () => {},
    ...(isReceiving && { isReceiving }),
  };
}

it("nothing is wrong where the store works and all platforms are connected", async () => {
  expect(await findFaults(store, [adapter("slack"), adapter("discord", () => true)])).toEqual([]);
});

it("every reason is named: the store's and each platform's", async () => {
  const full = { ...store, check: async () => "disk full" };
  expect(await findFaults(full, [adapter("slack", () => false), adapter("discord", () => false)])).toEqual([
    "the store can't be written: disk full",
    "slack is not connected",
    "discord is not connected",
  ]);
});

it("a store that does not answer is a reason too", async () => {
  const silent = { ...store, check: () => new Promise<undefined>(() => {}) };
  expect(await findFaults(silent, [])).toEqual(["the store can't be written: it does not answer"]);
});
