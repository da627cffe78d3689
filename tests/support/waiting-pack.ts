import type { Adapter } from "../../src/platform/adapter.ts";
import type { Unreacted } from "../../src/runtime/runtime-options.ts";
import { createMemoryStore } from "../../src/store/memory.ts";
import type { Store } from "../../src/store/store.ts";
import { startSmallPack } from "./small-pack.ts";

export const hour = 3_600_000;
/** Ten in the morning, UTC. */
const ten = Date.UTC(2026, 10, 20, 10);

/** Asked after three hours, between nine and nine; idle after a day. */
export const both: Unreacted = {
  nudge: { afterHours: 3, fromHour: 9, toHour: 21, offsetMinutes: 0 },
  idleAfterHours: 24,
};

interface Others {
  readonly unreacted?: Unreacted | "off";
  /** What makes the store, by the clock that the hours pass on. */
  readonly openStore?: (now: () => number) => Store;
}

/** The core over the small pack that looks after answers without a reaction, and the hours that pass. */
export function startWaiting({ unreacted = both, openStore = createMemoryStore }: Others = {}) {
  let time = ten;
  const now = () => time;
  const running: Adapter[] = [];
  const store = openStore(now);
  const start = () =>
    startSmallPack(store, { now, adapters: () => running, ...(unreacted !== "off" && { unreacted }) });
  const core = start();
  return {
    core,
    store,
    /** Another process on the same store. */
    start,
    now,
    /** The adapters that run, from when the test has started them. */
    run: (adapter: Adapter) => void running.push(adapter),
    setTime: (at: number) => {
      time = at;
    },
    /** Lets hours pass, and does what is due then. */
    passes: async (hours: number) => {
      time += hours * hour;
      await core.lookAfterWaiting();
    },
    /** The conversations with something that is waited for; what is over has no value, until it expires. */
    waits: async () => {
      const found = await store.find({ startsWith: "waiting/" });
      return found.filter(({ value }) => value !== "").map(({ key }) => key);
    },
    facts: async () => {
      const lines = await store.read("facts", 0);
      return lines.map(({ text }) => String(JSON.parse(text).kind));
    },
  };
}
