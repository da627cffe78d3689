import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { factLog } from "../../src/insight/record.ts";
import type { Incoming } from "../../src/platform/incoming.ts";
import { createMemoryStore } from "../../src/store/memory.ts";
import type { Store } from "../../src/store/store.ts";
import {
  answered,
  ask,
  buttonsOf,
  createSmallAssistant,
  heard,
  localeOf,
  minute,
  noon,
} from "../support/small-assistant.ts";

function createGate() {
  let open: () => void = () => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open };
}

/** A memory store that answers nothing about the first conversation before the gate opens. */
function createHeldStore(passed: Promise<void>): Store {
  const store = createMemoryStore(() => noon);
  return {
    ...store,
    get: async (key) => {
      if (key === "conversation/c1") await passed;
      return store.get(key);
    },
  };
}

describe("an event", () => {
  it("that comes twice is answered once", async () => {
    const { handle } = createSmallAssistant();
    const first = await handle(ask("e1", "I forgot my password"));
    expect(heard(first)).toBe("About forgot-password");
    expect(heard(await handle(ask("e1", "I forgot my password")))).toBe("the event is busy");
    await first.complete(async () => {});
    expect(heard(await handle(ask("e1", "I forgot my password")))).toBe("the event is done");
  });

  it("that comes twice at the same time is answered once", async () => {
    const { handle } = createSmallAssistant();
    const outcomes = await Promise.all([
      handle(ask("e1", "my phone is lost")),
      handle(ask("e1", "my phone is lost")),
    ]);
    expect(outcomes.map(({ reply }) => reply.kind).sort()).toEqual(["answer", "silence"]);
  });

  it("that two processes receive is answered by one of them", async () => {
    const store = createMemoryStore(() => noon);
    const [one, other] = [createSmallAssistant(store), createSmallAssistant(store)];
    const event = ask("e1", "my phone is lost");
    const outcomes = await Promise.all([one.handle(event), other.handle(event)]);
    expect(outcomes.map(({ reply }) => reply.kind).sort()).toEqual(["answer", "silence"]);
  });

  it("that was answered leaves no body behind", async () => {
    let time = noon;
    const store = createMemoryStore(() => time);
    const { complete } = await createSmallAssistant(store).handle(ask("e1", "I forgot my password"));
    await complete(async () => {});
    time += 60 * minute;
    expect(await store.unfinished()).toEqual([]);
  });

  it("of any content is answered with a button that leads on", async () => {
    const { handle } = createSmallAssistant();
    const input: fc.Arbitrary<Incoming["input"]> = fc.oneof(
      fc.record({
        kind: fc.constant("question"),
        text: fc.string({ unit: "binary" }),
        hasPicture: fc.boolean(),
      }),
      fc.record({ kind: fc.constant("press"), token: fc.string({ unit: "binary" }) }),
      fc.record({
        kind: fc.constant("press"),
        token: fc.stringMatching(/^1\.[a-z-]{4,8}\.[a-z-]{1,9}\.(en|vi)$/),
      }),
    );
    let count = 0;
    await fc.assert(
      fc.asyncProperty(input, fc.constantFrom("c1", "c2"), async (given, conversation) => {
        count += 1;
        const who = { person: `p${count}`, conversation };
        const outcome = await handle(ask(`e${count}`, "", { input: given, ...who }));
        expect(buttonsOf(outcome).length).toBeGreaterThan(0);
      }),
    );
  });
});

describe("conversations", () => {
  it("run side by side: one that is held up does not hold up another", async () => {
    const { passed, open } = createGate();
    const { handle } = createSmallAssistant(createHeldStore(passed));
    const held = handle(ask("e1", "I forgot my password"));
    const other = await handle(ask("e2", "my phone is lost", { conversation: "c2" }));
    expect(heard(other)).toBe("About lost-phone");
    open();
    expect(heard(await held)).toBe("About forgot-password");
  });

  it("are each answered in order: words sent meanwhile follow the answer before them", async () => {
    const { passed, open } = createGate();
    const { handle } = createSmallAssistant(createHeldStore(passed));
    const outcomes = [handle(ask("e1", "I forgot my password")), handle(ask("e2", "it works now"))];
    open();
    const [, second] = await Promise.all(outcomes);
    expect(second?.effects).toEqual([{ kind: "mark", as: "solved" }]);
  });

  it("are remembered: a word about the answer closes it", async () => {
    const { handle } = createSmallAssistant();
    await handle(ask("e1", "I forgot my password"));
    expect((await handle(ask("e2", "solved, thanks"))).effects).toEqual([{ kind: "mark", as: "solved" }]);
  });

  it("are remembered by the next process", async () => {
    const store = createMemoryStore(() => noon);
    await createSmallAssistant(store).handle(ask("e1", "I forgot my password"));
    const outcome = await createSmallAssistant(store).handle(ask("e2", "solved, thanks"));
    expect(outcome.effects).toEqual([{ kind: "mark", as: "solved" }]);
  });

  it("do not mix: a word in one does not close the answer of another", async () => {
    const { handle } = createSmallAssistant();
    await handle(ask("e1", "I forgot my password"));
    expect((await handle(ask("e2", "solved, thanks", { conversation: "c2" }))).effects).toEqual([]);
  });

  it.each(['{"shown":7}', "[]", "null", '{"entry":"forgot-pass', ""])(
    "start anew where %j is stored",
    async (stored) => {
      const store = createMemoryStore(() => noon);
      await store.set("conversation/c1", stored);
      const { handle } = createSmallAssistant(store);
      expect(heard(await handle(ask("e1", "I forgot my password")))).toBe("About forgot-password");
    },
  );
});

describe("the language that somebody chose", () => {
  it("is remembered for them in another conversation", async () => {
    const { handle } = createSmallAssistant();
    await handle(ask("e1", "tiếng việt"));
    expect(localeOf(await handle(ask("e2", "???", { conversation: "c2" })))).toBe("vi");
  });

  it("is nobody else's", async () => {
    const { handle } = createSmallAssistant();
    await handle(ask("e1", "tiếng việt"));
    expect(localeOf(await handle(ask("e2", "???", { conversation: "c2", person: "p2" })))).toBe("en");
  });

  it("goes before the language of the channel", async () => {
    const { handle } = createSmallAssistant();
    await handle(ask("e1", "in English please"));
    expect(localeOf(await handle(ask("e2", "???", { conversation: "c2", locale: "vi" })))).toBe("en");
  });
});

describe("facts", () => {
  it("say what happened", async () => {
    const store = createMemoryStore(() => noon);
    await answered(createSmallAssistant(store), ask("e1", "I forgot my password"));
    expect((await store.read(factLog, 0)).map(({ text }): unknown => JSON.parse(text))).toEqual([
      { kind: "asked", locale: "en" },
      { kind: "answered", entry: "forgot-password", locale: "en" },
    ]);
  });

  it("and all else that is kept hold no words of the person", async () => {
    const kept: string[] = [];
    const store = createMemoryStore(() => noon);
    const assistant = createSmallAssistant({
      ...store,
      set: async (key, value, options) => {
        kept.push(key, value);
        return store.set(key, value, options);
      },
      write: async (writes) => {
        kept.push(JSON.stringify(writes.filter(({ kind }) => kind !== "amend")));
        return store.write(writes);
      },
      append: async (log, text) => {
        kept.push(text);
        return store.append(log, text);
      },
    });
    await answered(assistant, ask("e1", "I forgot my password, says Quokka, phone 0912345678"));
    await answered(assistant, ask("e2", "quokka zebra 0912345678"));
    await answered(assistant, ask("e3", "still not working for Quokka"));
    expect(kept.length).toBeGreaterThan(3);
    expect(kept.filter((text) => /quokka|zebra|0912345678/i.test(text))).toEqual([]);
  });
});
