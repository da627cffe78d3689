import { describe, expect, it, vi } from "vitest";
import type { Adapter } from "../../src/platform/adapter.ts";
import type { Incoming } from "../../src/platform/incoming.ts";
import { createMemoryStore } from "../../src/store/memory.ts";
import type { Store } from "../../src/store/store.ts";
import { ask, buttonsOf, createSmallAssistant, heard, minute, noon } from "../support/small-assistant.ts";

const fail = async () => {
  throw new Error("the disk is gone");
};

const apology = /^Something went wrong on my end/;
const overheard = { addressed: false, place: "channel" } as const;

describe("somebody who spoke to the bot while the store fails", () => {
  it.each([
    ["nothing can be read", { get: fail }],
    ["nothing can be written", { write: fail, append: fail }],
    ["the event can't be claimed", { claim: fail }],
    ["nothing at all works", { claim: fail, finish: fail, get: fail, write: fail, append: fail }],
  ])("gets an apology where %s", async (_, broken) => {
    const { handle } = createSmallAssistant({ ...createMemoryStore(() => noon), ...broken });
    expect(heard(await handle(ask("e1", "I forgot my password")))).toMatch(apology);
  });

  it("gets buttons that lead on with the apology", async () => {
    const { handle } = createSmallAssistant({ ...createMemoryStore(() => noon), get: fail });
    const buttons = buttonsOf(await handle(ask("e1", "I forgot my password")));
    expect(buttons.map(({ label }) => label)).toEqual(["My password", "My phone", "Talk to a person"]);
  });

  it("alone sees the apology", async () => {
    const { handle } = createSmallAssistant({ ...createMemoryStore(() => noon), get: fail });
    expect((await handle(ask("e1", "I forgot my password"))).reply).toMatchObject({ audience: "asker" });
  });

  it("gets the apology in the language of the place", async () => {
    const { handle } = createSmallAssistant({ ...createMemoryStore(() => noon), get: fail });
    const { reply } = await handle(ask("e1", "I forgot my password", { locale: "vi" }));
    expect(reply).toMatchObject({ answer: { locale: "vi" } });
  });

  it("gets the answer where only the facts can't be kept", async () => {
    const { handle } = createSmallAssistant({ ...createMemoryStore(() => noon), append: fail });
    expect(heard(await handle(ask("e1", "I forgot my password")))).toBe("About forgot-password");
  });

  it("is answered again as soon as the store works", async () => {
    const store = createMemoryStore(() => noon);
    let works = false;
    const { handle } = createSmallAssistant({ ...store, get: (key) => (works ? store.get(key) : fail()) });
    await handle(ask("e1", "I forgot my password"));
    works = true;
    expect(heard(await handle(ask("e2", "I forgot my password")))).toBe("About forgot-password");
  });
});

describe("a place where nobody spoke to the bot", () => {
  it("hears no apology", async () => {
    const { handle } = createSmallAssistant({ ...createMemoryStore(() => noon), get: fail });
    const { reply } = await handle(ask("e1", "I forgot my password", overheard));
    expect(reply).toEqual({ kind: "silence", because: "a fault, and nobody asked the bot" });
  });

  it("hears nothing where the store can't even be told that the event is done", async () => {
    const { handle } = createSmallAssistant({ ...createMemoryStore(() => noon), get: fail, finish: fail });
    expect((await handle(ask("e1", "I forgot my password", overheard))).reply.kind).toBe("silence");
  });
});

interface Delivery {
  readonly adapter: string;
  readonly data: string;
  readonly title: string | undefined;
  readonly audience: string;
  readonly key: string;
}

/** Adapters that note what they deliver; an address that says "gone" can't be reached. */
function createAdapters(...names: readonly string[]) {
  const delivered: Delivery[] = [];
  const adapters = names.map(
    (name): Adapter => ({
      name,
      start: async () => {},
      deliver: async ({ adapter, data }, { title }, { audience, key }) => {
        if (data === "gone") throw new Error("no such place");
        delivered.push({ adapter, data, title, audience, key });
      },
      stop: async () => {},
    }),
  );
  return { adapters, delivered };
}

/** What the store keeps of an event that came at noon. */
const bodyOf = (incoming: Incoming) => JSON.stringify({ incoming, at: noon });

/** A store in which a process left these events when it was killed, so long ago that nobody has them. */
async function createLeftStore(...events: readonly Incoming[]): Promise<Store> {
  let time = noon;
  const store = createMemoryStore(() => time);
  for (const event of events) await store.claim(event.id, bodyOf(event), minute);
  time += minute;
  return store;
}

const fromSlack = ask("e1", "I forgot my password", { address: { adapter: "slack", data: "C1" } });
const fromDiscord = ask("e2", "my phone is lost", {
  address: { adapter: "discord", data: "42" },
  conversation: "c2",
});

describe("recovery", () => {
  it("answers what was left unfinished through the adapter that it came from", async () => {
    const { adapters, delivered } = createAdapters("slack", "discord");
    await createSmallAssistant(await createLeftStore(fromSlack, fromDiscord)).redeliverPending(adapters);
    expect(delivered).toEqual([
      { adapter: "slack", data: "C1", title: "About forgot-password", audience: "all", key: "e1" },
      { adapter: "discord", data: "42", title: "About lost-phone", audience: "all", key: "e2" },
    ]);
  });

  it("answers once", async () => {
    const { adapters, delivered } = createAdapters("slack");
    const { redeliverPending } = createSmallAssistant(await createLeftStore(fromSlack));
    await redeliverPending(adapters);
    await redeliverPending(adapters);
    expect(delivered.length).toBe(1);
  });

  it("is not held up by an answer that its platform makes wait", async () => {
    const { adapters, delivered } = createAdapters("discord");
    const waiting: Adapter = {
      name: "slack",
      start: async () => {},
      deliver: () => new Promise(() => {}),
      stop: async () => {},
    };
    const { redeliverPending } = createSmallAssistant(await createLeftStore(fromSlack, fromDiscord));
    void redeliverPending([waiting, ...adapters]);
    await vi.waitUntil(() => delivered.length > 0);
    expect(delivered.map(({ key }) => key)).toEqual(["e2"]);
  });

  it("finishes the event", async () => {
    const store = await createLeftStore(fromSlack);
    await createSmallAssistant(store).redeliverPending(createAdapters("slack").adapters);
    expect(await store.claim("e1", "body", minute)).toBe("done");
  });

  it("leaves alone what another process is working on", async () => {
    const store = createMemoryStore(() => noon);
    await store.claim("e1", bodyOf(fromSlack), minute);
    const { adapters, delivered } = createAdapters("slack");
    await createSmallAssistant(store).redeliverPending(adapters);
    expect(delivered).toEqual([]);
  });

  it("leaves alone what was answered", async () => {
    let time = noon;
    const store = createMemoryStore(() => time);
    const { handle, redeliverPending } = createSmallAssistant(store);
    const { complete } = await handle(fromSlack);
    await complete(async () => {});
    time += minute;
    const { adapters, delivered } = createAdapters("slack");
    await redeliverPending(adapters);
    expect(delivered).toEqual([]);
  });

  it("keeps what came from an adapter that is not there until it is", async () => {
    const { redeliverPending } = createSmallAssistant(await createLeftStore(fromDiscord));
    await redeliverPending(createAdapters("slack").adapters);
    const { adapters, delivered } = createAdapters("slack", "discord");
    await redeliverPending(adapters);
    expect(delivered.map(({ key }) => key)).toEqual(["e2"]);
  });

  it("stays silent where the bot would have been", async () => {
    const small = ask("e1", "thanks", { ...overheard, address: { adapter: "slack", data: "C1" } });
    const { adapters, delivered } = createAdapters("slack");
    await createSmallAssistant(await createLeftStore(small)).redeliverPending(adapters);
    expect(delivered).toEqual([]);
  });

  it.each(['{"kind":"of another version"}', "no JSON"])(
    "passes over a body that can't be read: %s",
    async (body) => {
      let time = noon;
      const store = createMemoryStore(() => time);
      await store.claim("e0", body, minute);
      await store.claim("e1", bodyOf(fromSlack), minute);
      time += minute;
      const { adapters, delivered } = createAdapters("slack");
      await createSmallAssistant(store).redeliverPending(adapters);
      expect(delivered.map(({ key }) => key)).toEqual(["e1"]);
    },
  );

  it("goes on to the next answer where one can't be delivered", async () => {
    const unreachable = ask("e0", "my phone is lost", { address: { adapter: "slack", data: "gone" } });
    const { adapters, delivered } = createAdapters("slack");
    await createSmallAssistant(await createLeftStore(unreachable, fromSlack)).redeliverPending(adapters);
    expect(delivered.map(({ key }) => key)).toEqual(["e1"]);
  });

  it("leaves alone what this process is still sending, however long it takes", async () => {
    let time = noon;
    const store = createMemoryStore(() => time);
    const { handle, redeliverPending } = createSmallAssistant(store);
    const { complete } = await handle(fromSlack);
    let finishSending = () => {};
    const sending = complete(() => new Promise<void>((resolve) => (finishSending = resolve)));
    time += 2 * minute;
    const { adapters, delivered } = createAdapters("slack");
    await redeliverPending(adapters);
    expect(delivered).toEqual([]);
    finishSending();
    await sending;
    expect((await store.unfinished()).length).toBe(0);
  });

  it("sends again what could not be sent, and decides nothing anew", async () => {
    let time = noon;
    const store = createMemoryStore(() => time);
    const { handle, redeliverPending } = createSmallAssistant(store);
    const { complete } = await handle(fromSlack);
    await complete(fail);
    time += minute;
    const { adapters, delivered } = createAdapters("slack");
    await redeliverPending(adapters);
    expect(delivered.map(({ title }) => title)).toEqual(["About forgot-password"]);
    expect((await store.read("facts", 0)).filter(({ text }) => text.includes("answered")).length).toBe(1);
  });

  it("sends after a crash what was decided before it", async () => {
    let time = noon;
    const store = createMemoryStore(() => time);
    await createSmallAssistant(store).handle(fromSlack);
    time += minute;
    const { adapters, delivered } = createAdapters("slack");
    await createSmallAssistant(store).redeliverPending(adapters);
    expect(delivered.map(({ title, key }) => [title, key])).toEqual([["About forgot-password", "e1"]]);
  });

  it("gives up what is too old to be of use", async () => {
    const store = createMemoryStore(() => noon);
    await store.claim("e1", JSON.stringify({ incoming: fromSlack, at: noon - 61 * minute }), 0);
    const { adapters, delivered } = createAdapters("slack");
    await createSmallAssistant(store).redeliverPending(adapters);
    expect(delivered).toEqual([]);
    expect(await store.unfinished()).toEqual([]);
  });
});

describe("a store that is silent", () => {
  it("keeps nobody waiting: an event is left to be sent again, a person gets an apology", async () => {
    const never = () => new Promise<never>(() => {});
    const { handle } = createSmallAssistant({ ...createMemoryStore(() => noon), claim: never });
    const outcome = await handle(ask("e1", "I forgot my password"));
    expect(outcome.stored).toBe(false);
    expect(heard(outcome)).toMatch(apology);
  });

  it("does not keep a form from opening", async () => {
    const never = () => new Promise<never>(() => {});
    const { handle } = createSmallAssistant({ ...createMemoryStore(() => noon), get: never });
    const { reply } = await handle(ask("e1", "", { input: { kind: "press", token: "+1.ask.-.en" } }));
    expect(reply.kind).toBe("form");
  });

  it("in the middle of an answer ends in an apology, and the next message is answered", async () => {
    const store = createMemoryStore(() => noon);
    let works = false;
    const get: typeof store.get = (key) => (works ? store.get(key) : new Promise(() => {}));
    const { handle } = createSmallAssistant({ ...store, get });
    expect(heard(await handle(ask("e1", "I forgot my password")))).toMatch(apology);
    works = true;
    expect(heard(await handle(ask("e2", "I forgot my password")))).toBe("About forgot-password");
  });
});
