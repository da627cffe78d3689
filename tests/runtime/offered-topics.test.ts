import { describe, expect, it } from "vitest";
import { readToken } from "../../src/answer/token.ts";
import type { Incoming } from "../../src/platform/incoming.ts";
import type { Outcome } from "../../src/platform/outcome.ts";
import { createMemoryStore } from "../../src/store/memory.ts";
import { startOurs } from "../support/our-assistant.ts";
import { ourKnowledge } from "../support/our-knowledge.ts";

const said = (id: string, text: string, person = "p1"): Incoming => ({
  id,
  address: { adapter: "test", data: "" },
  conversation: `conversation of ${id}`,
  person,
  addressed: true,
  place: "private",
  input: { kind: "question", text, hasPicture: false },
});

function tokensOf({ reply }: Outcome): readonly string[] {
  if (reply.kind !== "answer") return [];
  return reply.answer.buttons.flatMap((button) => (button.kind === "press" ? [button.token] : []));
}

describe("the topics that a person is offered", () => {
  it("are the front page's options, in the default language and then in the chosen one", async () => {
    const { handle, topics } = startOurs();
    expect(await topics("p1")).toMatchObject({ locale: "en", title: "What can I help you with?" });
    await handle(said("e1", "tiếng Việt"));
    const own = await topics("p1");
    expect(own).toMatchObject({ locale: "vi", title: "Mình giúp được gì cho bạn?" });
    expect(own.labels[0]).toBe("Tôi không vào được AWS");
    expect((await topics("p2")).locale).toBe("en");
  });

  it("are there in the default language while the store fails", async () => {
    const store = createMemoryStore(Date.now);
    const { topics } = startOurs({ store: { ...store, get: () => Promise.reject(new Error("disk full")) } });
    expect(await topics("p1")).toMatchObject({ locale: "en", title: "What can I help you with?" });
  });

  it.each(ourKnowledge.languages)(
    "lead to their entry when the first four are said, in %s",
    async (locale) => {
      const { handle, topics } = startOurs();
      const name = ourKnowledge.strings.get(locale)?.name ?? "";
      await handle(said("e0", name));
      const home = ourKnowledge.find(ourKnowledge.home ?? "");
      const options = home?.kind === "choice" ? home.options : [];
      const { labels } = await topics("p1");
      for (const [index, label] of labels.slice(0, 4).entries()) {
        const tokens = tokensOf(await handle(said(`e${index + 1}`, label)));
        const entry = ourKnowledge.find(options[index] ?? "");
        const shown = entry?.kind === "choice" ? entry.options : [entry?.id];
        const led = tokens.flatMap((token) => readToken(token)?.entry ?? []);
        expect(led.filter((id) => shown.includes(id)).length, label).toBeGreaterThan(0);
      }
    },
  );
});

describe("a language that a person chooses", () => {
  it("is told as an effect, by its name and by its button, and nothing else is", async () => {
    const { handle } = startOurs();
    expect((await handle(said("e1", "tiếng Việt"))).effects).toEqual([{ kind: "language", locale: "vi" }]);
    const press = { ...said("e2", ""), input: { kind: "press", token: "1.language.-.en" } } as const;
    expect((await handle(press)).effects).toEqual([{ kind: "language", locale: "en" }]);
    expect((await handle(said("e3", "quên mật khẩu root"))).effects).toEqual([]);
  });
});
