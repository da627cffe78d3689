import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { Adapter } from "../../../src/platform/adapter.ts";
import { createMemoryStore } from "../../../src/store/memory.ts";
import type { Store } from "../../../src/store/store.ts";
import { startOurs } from "../../support/our-assistant.ts";
import { ask, heard, minute } from "../../support/small-assistant.ts";
import { until } from "../../support/until.ts";

const fail = async () => {
  throw new Error("the disk is full");
};

/** A bot whose store fails in some calls until it is repaired. */
function openBroken(broken: Partial<Store>) {
  vi.useFakeTimers({
    shouldAdvanceTime: true,
    advanceTimeDelta: 20,
    toFake: ["performance", "setTimeout", "clearTimeout"],
  });
  const inner = createMemoryStore(Date.now);
  let store: Store = { ...inner, ...broken };
  const delegate =
    (name: keyof Store) =>
    (...given: readonly unknown[]) =>
      Reflect.apply(store[name], store, given);
  const delivered: string[] = [];
  const adapter: Adapter = {
    name: "terminal",
    start: async () => {},
    stop: async () => {},
    deliver: async (_, answer, { key }) => {
      delivered.push(`${key}: ${answer.title}`);
      return undefined;
    },
  };
  const names = Object.keys(inner) as (keyof Store)[];
  const core = startOurs({
    store: Object.fromEntries(names.map((name) => [name, delegate(name)])) as unknown as Store,
    adapters: () => [adapter],
  });
  onTestFinished(() => {
    core.stop();
    vi.useRealTimers();
  });
  const repair = () => {
    store = inner;
  };
  return { core, delivered, repair, inner, pass: (ms: number) => vi.advanceTimersByTimeAsync(ms) };
}

const apology = /^Something went wrong on my end, so my answer will be late/;
const question = ask("e1", "I forgot the password of my root user");

describe("a question that the store does not take", () => {
  it("is apologised for, and answered once as soon as the store works, though it comes again", async () => {
    const { core, delivered, repair, inner, pass } = openBroken({ claim: fail });
    const outcome = core.handle(question);
    await pass(3000);
    expect(heard(await outcome)).toMatch(apology);
    expect(await outcome).toMatchObject({ stored: false, key: "e1/apology" });
    repair();
    await pass(10_000);
    await until(() => delivered[0]);
    expect(delivered).toEqual(["e1: I forgot the root user password"]);
    expect((await core.handle(question)).reply.kind).toBe("silence");
    await until(() => (delivered.length === 1 ? true : undefined));
    expect(await inner.claim("e1", "", minute)).toBe("done");
  });

  it("is apologised for once a minute", async () => {
    const { core, pass } = openBroken({ claim: fail });
    const first = core.handle(question);
    await pass(3000);
    expect(heard(await first)).toMatch(apology);
    const second = core.handle(ask("e2", "hello?"));
    await pass(3000);
    expect((await second).reply.kind).toBe("silence");
    await pass(60_000);
    const third = core.handle(ask("e3", "are you there?"));
    await pass(3000);
    expect(heard(await third)).toMatch(apology);
  });

  it("says so each time to whoever presses a button", async () => {
    const { core, pass } = openBroken({ claim: fail });
    for (const id of ["p1", "p2"]) {
      const pressed = core.handle(ask(id, "", { input: { kind: "press", token: "1.home.-.en" } }));
      await pass(3000);
      expect(heard(await pressed)).toMatch(apology);
    }
  });

  it("is not said to be claimed", async () => {
    const { core, pass } = openBroken({ claim: fail });
    let isClaimed = false;
    const outcome = core.handle(question, {
      onClaimed: () => {
        isClaimed = true;
      },
    });
    await pass(3000);
    await outcome;
    expect(isClaimed).toBe(false);
  });
});

describe("a question in the middle of which the store fails", () => {
  it.each([
    ["read", { get: fail }],
    ["written", { write: fail }],
  ])("where nothing can be %s, it is answered once as soon as it can", async (_, broken) => {
    const { core, delivered, repair, pass } = openBroken(broken);
    const outcome = core.handle(question);
    await pass(3000);
    expect(heard(await outcome)).toMatch(apology);
    expect((await outcome).stored).toBe(true);
    repair();
    await pass(10_000);
    await until(() => delivered[0]);
    await pass(60_000);
    expect(delivered).toEqual(["e1: I forgot the root user password"]);
  });
});

describe("an event", () => {
  it("is claimed before it waits for its conversation", async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const store = createMemoryStore(Date.now);
    let reads = 0;
    const get: Store["get"] = async (key) => {
      reads += 1;
      if (reads === 1) await held;
      return store.get(key);
    };
    const core = startOurs({ store: { ...store, get } });
    const first = core.handle(question);
    await new Promise<void>((resolve) => {
      void core.handle(ask("e2", "my phone is lost"), { onClaimed: resolve });
    });
    expect(await store.claim("e2", "", minute)).toBe("busy");
    release();
    await first;
  });
});
