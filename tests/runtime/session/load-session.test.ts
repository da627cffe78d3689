import { describe, expect, it } from "vitest";
import { writeToken } from "../../../src/answer/token.ts";
import { handoverIdOf, loadSession } from "../../../src/runtime/session/load-session.ts";
import { emptySession } from "../../../src/runtime/session/session.ts";
import { createMemoryStore } from "../../../src/store/memory.ts";
import type { Store } from "../../../src/store/store.ts";
import { ask, noon } from "../../support/small-assistant.ts";

async function storeWith(values: Readonly<Record<string, string>>): Promise<Store> {
  const store = createMemoryStore(() => noon);
  for (const [key, value] of Object.entries(values)) await store.set(key, value);
  return store;
}

const question = ask("e1", "hello");
const taken = ask("e1", "", {
  input: { kind: "press", token: writeToken({ action: "take", handover: "named", locale: "en" }) },
});

describe("a session", () => {
  it("of somebody new is empty", async () => {
    expect(await loadSession(await storeWith({}), question, true)).toEqual(emptySession);
  });

  it("starts afresh if the stored state can't be read", async () => {
    const store = await storeWith({ "state/c1/p1": "{", "owner/c1": "p2", "locale/p1": "vi" });
    expect(await loadSession(store, question, false)).toEqual({
      ...emptySession,
      owner: "p2",
      chosen: "vi",
    });
  });

  it("knows who writes in a channel, but not in direct messages", async () => {
    const store = await storeWith({ "writers/c1": "p2" });
    expect((await loadSession(store, { ...question, place: "channel" }, false)).writers).toBe("p2");
    expect((await loadSession(store, question, false)).writers).toBeUndefined();
  });

  it("is the team's in the thread of a handover, and for the team's buttons", async () => {
    const store = await storeWith({ "team/c1": "h1" });
    expect((await loadSession(store, question, true)).isTeamSide).toBe(true);
    expect((await loadSession(await storeWith({}), taken, true)).isTeamSide).toBe(true);
    expect((await loadSession(await storeWith({}), question, true)).isTeamSide).toBe(false);
  });
});

describe("the handover of an event", () => {
  it("is the one that the button names", async () => {
    const store = await storeWith({ "team/c1": "of the thread", "handed/p1": "the last" });
    expect(await handoverIdOf(store, taken)).toBe("named");
  });

  it("is that of the team's thread", async () => {
    const store = await storeWith({ "team/c1": "of the thread", "handed/p1": "the last" });
    expect(await handoverIdOf(store, question)).toBe("of the thread");
  });

  it("is the person's last one elsewhere", async () => {
    expect(await handoverIdOf(await storeWith({ "handed/p1": "the last" }), question)).toBe("the last");
  });
});
