import { describe, expect, it } from "vitest";
import { createLog } from "../../../src/insight/log.ts";
import { createClaims, leaseMs } from "../../../src/runtime/events/claims.ts";
import { createMemoryStore } from "../../../src/store/memory.ts";
import type { Store } from "../../../src/store/store.ts";
import { ask, noon } from "../../support/small-assistant.ts";

const event = { incoming: ask("e1", "my phone is 0912 345 678"), at: noon };

function open(changes: Partial<Store> = {}) {
  let at = noon;
  const store = { ...createMemoryStore(() => at), ...changes };
  const claims = createClaims({ store, log: createLog("silent") });
  const pass = (milliseconds: number) => {
    at += milliseconds;
  };
  return { store, claims, pass };
}

const fail = async () => {
  throw new Error("the disk is gone");
};

describe("a claim", () => {
  it("is new once, then busy, and done when it was finished", async () => {
    const { claims } = open();
    expect(await claims.claim(event)).toBe("new");
    expect(await claims.claim(event)).toBe("busy");
    await claims.finish("e1");
    expect(await claims.claim(event)).toBe("done");
  });

  it("is in progress until it is finished or released", async () => {
    const { claims } = open();
    await claims.claim(event);
    expect(claims.isInProgress("e1")).toBe(true);
    claims.release("e1");
    expect(claims.isInProgress("e1")).toBe(false);
  });

  it("that was released is redelivered after its lease", async () => {
    const { claims, store, pass } = open();
    await claims.claim(event);
    claims.release("e1");
    expect(await store.unfinished()).toEqual([]);
    pass(leaseMs);
    expect(await store.unfinished()).toEqual([{ id: "e1", body: expect.any(String) }]);
  });

  it("stores the event without personal data", async () => {
    const { claims, store, pass } = open();
    await claims.claim(event);
    pass(leaseMs);
    const [{ body } = { body: "" }] = await store.unfinished();
    expect(body).toContain("my phone is");
    expect(body).not.toContain("345 678");
  });

  it("that the store refuses is refused, and not in progress", async () => {
    const { claims } = open({ claim: fail });
    expect(await claims.claim(event)).toBe("refused");
    expect(claims.isInProgress("e1")).toBe(false);
  });

  it("that the store made after nobody waited any more is still this process's own", async () => {
    const inner = createMemoryStore(() => noon);
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { claims } = open({
      claim: async (...given) => {
        await gate;
        return inner.claim(...given);
      },
    });
    expect(await claims.claim(event)).toBe("refused");
    release();
    expect(await claims.claim(event)).toBe("new");
    expect(await claims.claim(event)).toBe("busy");
  });

  it("ends even if the store can't be told", async () => {
    const { claims } = open({ finish: fail });
    await claims.claim(event);
    await claims.finish("e1");
    expect(claims.isInProgress("e1")).toBe(false);
  });
});
