import type { Form } from "../../src/answer/form.ts";
import { writeToken } from "../../src/answer/token.ts";
import { createLog } from "../../src/insight/log.ts";
import type { Adapter } from "../../src/platform/adapter.ts";
import type { Incoming } from "../../src/platform/incoming.ts";
import type { Outcome } from "../../src/platform/outcome.ts";
import { createMemoryStore } from "../../src/store/memory.ts";
import { notedStore } from "./noted-store.ts";
import { startOurs } from "./our-assistant.ts";
import { ourKnowledge } from "./our-knowledge.ts";

/** A core whose store, log and messages can be read: all that outlives a turn, or goes to somebody else. */
export function startObserved() {
  const stored: string[] = [];
  const logged: string[] = [];
  const delivered: { readonly audience: string; readonly text: string }[] = [];
  const inner = createMemoryStore(Date.now);
  const store = notedStore(inner, stored, ["claim", "set", "append", "write"]);
  const address = { adapter: "chat", data: "thread" };
  const chat: Adapter = {
    name: "chat",
    start: async () => {},
    stop: async () => {},
    channel: (id) => ({ adapter: "chat", data: id }),
    deliver: async (_, answer, { audience }) => {
      delivered.push({ audience, text: JSON.stringify(answer) });
      return { address, conversation: "thread" };
    },
  };
  const log = createLog("trace", { write: (line) => void logged.push(line) });
  const core = startOurs({ store, log, adapters: () => [chat], team: { adapter: "chat", channel: "team" } });
  let count = 0;
  const act = async (input: Incoming["input"], others: Partial<Incoming> = {}): Promise<Outcome> => {
    count += 1;
    const outcome = await core.handle({
      id: `e${count}`,
      address,
      conversation: "c",
      person: "minh",
      addressed: true,
      place: "private",
      input,
      ...others,
    });
    await outcome.complete(async () => {});
    return outcome;
  };
  return { stored, logged, delivered, act };
}

export const ask = (text: string) => ({ kind: "question", text, hasPicture: false }) as const;

export const press = (action: "fill" | "case" | "door" | "team" | "stuck", entry = "forgot-root-password") =>
  ({ kind: "press", token: writeToken({ action, entry, locale: "en" }) }) as const;

/** The first option of each choice, and the same words wherever any may stand. */
export function filled({ fields, token }: Form, words: string) {
  const values = fields.map((field) => {
    if ("options" in field) return [field.id, field.options[0]?.id ?? ""];
    const ask = ourKnowledge.asks.get(field.id);
    return [field.id, ask?.kind === "line" && ask.must ? "" : words.slice(0, field.limit)];
  });
  return { kind: "submit", token, values: Object.fromEntries(values) } as const;
}
