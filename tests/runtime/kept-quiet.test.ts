import { expect, it } from "vitest";
import { createLog } from "../../src/insight/log.ts";
import { factLog } from "../../src/insight/record.ts";
import type { Incoming } from "../../src/platform/incoming.ts";
import { createMemoryStore } from "../../src/store/memory.ts";
import { notedStore } from "../support/noted-store.ts";
import { startOurs } from "../support/our-assistant.ts";

const noon = Date.UTC(2026, 10, 20, 12);
const overheard: Incoming = {
  id: "e1",
  address: { adapter: "chat", data: "thread" },
  conversation: "c",
  person: "lan",
  addressed: false,
  mode: "questions",
  place: "channel",
  input: { kind: "question", text: "who has the wifi password? zxqvwjk", hasPicture: false },
};

/**
 * What the core over our knowledge answers, stores and logs when a message is written in a help channel. The event itself
 * is in the store until it is done.
 */
async function overhear(others: Partial<Incoming> = {}) {
  const written: string[] = [];
  let time = noon;
  const inner = createMemoryStore(() => time);
  const store = notedStore(inner, written, ["set", "append", "write"]);
  const log = createLog("trace", { write: (line) => void written.push(line) });
  const { handle } = startOurs({ store, log, now: () => noon });
  const outcome = await handle({ ...overheard, ...others });
  await outcome.complete(async () => {});
  const facts = (await store.read(factLog, 0)).map((line): unknown => JSON.parse(line.text));
  time += 3_600_000;
  return {
    reply: outcome.reply,
    facts,
    written: written.join("\n"),
    unfinished: await store.unfinished(),
  };
}

it("that the bot kept quiet reaches the store with its reason, and nobody's words do", async () => {
  const { reply, facts, written, unfinished } = await overhear();
  expect(reply).toEqual({ kind: "silence", because: "it names nothing of ours" });
  expect(facts).toEqual([{ kind: "kept-quiet", because: "no-name", locale: "en" }]);
  expect(written).toContain("kept-quiet");
  expect(written).not.toMatch(/wifi|zxqvwjk/);
  expect(unfinished).toEqual([]);
});

it("that it kept quiet where it may not speak at all is not counted", async () => {
  const { reply, facts } = await overhear({ mode: "mentions" });
  expect([reply.kind, facts]).toEqual(["silence", []]);
});

it("an event that comes twice is counted once", async () => {
  const store = createMemoryStore(() => noon);
  const { handle } = startOurs({ store, now: () => noon });
  for (let time = 0; time < 2; time++)
    await (await handle({ ...overheard, mode: "all" })).complete(async () => {});
  expect((await store.read(factLog, 0)).length).toBe(1);
});
