import { describe, expect, it } from "vitest";
import { createMemoryStore } from "../../src/store/memory.ts";
import { answered, ask, createSmallAssistant, heard, minute, noon } from "../support/small-assistant.ts";

const writtenAgo = (minutes: number) => ({ late: { at: noon - minutes * minute } });

describe("an answer that comes late", () => {
  it.each([
    [0, "while I was away for a moment"],
    [1.4, "while I was away for a moment"],
    [2, "2 minutes ago, while I was away"],
    [54, "54 minutes ago, while I was away"],
    [60, "about an hour ago"],
    [89, "about an hour ago"],
    [119, "almost two hours ago"],
    [-5, "while I was away for a moment"],
  ])("after %d minutes says %j, before its title", async (minutes, words) => {
    const { handle } = createSmallAssistant();
    const { reply } = await handle(ask("e1", "my phone is lost", writtenAgo(minutes)));
    if (reply.kind !== "answer") throw new Error("no answer");
    const [line, heading] = reply.answer.blocks;
    expect(JSON.stringify(line)).toContain(words);
    expect(heading).toEqual({ kind: "section", title: "About lost-phone" });
  });

  it("says nothing where the bot keeps quiet", async () => {
    const { handle } = createSmallAssistant();
    const overheard = ask("e1", "good morning", { ...writtenAgo(5), addressed: false, place: "channel" });
    expect((await handle(overheard)).reply.kind).toBe("silence");
  });
});

describe("messages in a row", () => {
  const first = ask("e1", "hello");
  const second = ask("e2", "my phone is lost");
  const third = ask("e3", "anybody?");

  it("are one question, and each is done", async () => {
    const store = createMemoryStore(() => noon);
    const assistant = createSmallAssistant(store);
    const outcome = await assistant.handle(third, { earlier: [first, second] });
    expect(heard(outcome)).toBe("About lost-phone");
    await outcome.complete(async () => {});
    for (const { id } of [first, second, third]) expect(await store.claim(id, "", minute)).toBe("done");
  });

  it("leave out what was answered before", async () => {
    const assistant = createSmallAssistant();
    await answered(assistant, second);
    const outcome = await assistant.handle(ask("e3", "I forgot my password"), { earlier: [second] });
    expect(heard(outcome)).toBe("About forgot-password");
  });

  it("are mended where their writer told a secret in any of them", async () => {
    const store = createMemoryStore(() => noon);
    const { handle } = createSmallAssistant(store);
    const telling = ask("e1", "my password is Hunter2!xyz");
    const { reply } = await handle(second, { earlier: [telling] });
    expect(JSON.stringify(reply)).toContain("password");
    const kept = await textIn(store);
    expect(kept).not.toContain("Hunter2");
  });

  it("are not lost where the store refuses the last one", async () => {
    let now = noon;
    const store = createMemoryStore(() => now);
    const refusing = {
      ...store,
      claim: async (id: string, body: string, lease: number) => {
        if (id === "e3") throw new Error("the disk is full");
        return store.claim(id, body, lease);
      },
    };
    const { stored } = await createSmallAssistant(refusing).handle(third, { earlier: [second] });
    expect(stored).toBe(false);
    now += 2 * minute;
    expect((await store.unfinished()).map(({ id }) => id)).toEqual(["e2"]);
  });
});

/** All that a store holds of people in the small assistant. */
async function textIn(store: ReturnType<typeof createMemoryStore>): Promise<string> {
  return JSON.stringify([await store.find({}), await store.unfinished()]);
}
