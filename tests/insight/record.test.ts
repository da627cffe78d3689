import fc from "fast-check";
import { pino } from "pino";
import { describe, expect, it } from "vitest";
import type { Fact } from "../../src/answer/fact.ts";
import { createLog } from "../../src/insight/log.ts";
import { createRecordFacts, factLog } from "../../src/insight/record.ts";
import { createMemoryStore } from "../../src/store/memory.ts";
import type { Store } from "../../src/store/store.ts";

const noon = Date.UTC(2026, 10, 20, 12);

const solved: Fact = { kind: "solved", entry: "forgot-root-password", locale: "en" };
const suggested: Fact = { kind: "suggested", entries: ["manage-account", "contact-billing"], locale: "vi" };

/** A log whose lines can be read, and a recorder that writes to it. */
function createRecorder(store: Store) {
  const lines: string[] = [];
  const log = pino({ level: "info", base: null }, { write: (line: string) => void lines.push(line) });
  return {
    record: createRecordFacts({ log, store }),
    logged: () => lines.map((line): unknown => JSON.parse(line)),
  };
}

/** A memory store that refuses the first writes it is given. */
function createFullStore(refused: number): Store {
  const store = createMemoryStore(() => noon);
  let asked = 0;
  return {
    ...store,
    write: async (writes) => {
      asked += 1;
      if (asked <= refused) throw new Error("the disk is full");
      return store.write(writes);
    },
  };
}

const stored = async (store: Store) =>
  (await store.read(factLog, 0)).map(({ text }): unknown => JSON.parse(text));

describe("recording facts", () => {
  it("facts go to the store's log in their order, with their time", async () => {
    const store = createMemoryStore(() => noon);
    await createRecorder(store).record([solved, suggested]);
    expect(await store.read(factLog, 0)).toEqual([
      { at: noon, text: '{"kind":"solved","entry":"forgot-root-password","locale":"en"}' },
      { at: noon, text: '{"kind":"suggested","entries":["manage-account","contact-billing"],"locale":"vi"}' },
    ]);
  });

  it("each fact is one log line in JSON", async () => {
    const { record, logged } = createRecorder(createMemoryStore(() => noon));
    await record([solved, suggested]);
    expect(logged()).toEqual([
      { level: 30, time: expect.any(Number), ...solved, msg: "fact" },
      { level: 30, time: expect.any(Number), ...suggested, msg: "fact" },
    ]);
  });

  it("no facts leave no trace", async () => {
    const store = createMemoryStore(() => noon);
    const { record, logged } = createRecorder(store);
    await record([]);
    expect([...logged(), ...(await stored(store))]).toEqual([]);
  });

  it("a store that fails does not reject", async () => {
    const { record } = createRecorder(createFullStore(1));
    await expect(record([solved])).resolves.toBeUndefined();
  });

  it("a fact that could not be stored is still logged, with the reason", async () => {
    const { record, logged } = createRecorder(createFullStore(1));
    await record([solved]);
    expect(logged()).toMatchObject([{ ...solved }, { level: 50, err: { message: "the disk is full" } }]);
  });

  it("facts that could not be stored do not cost the next ones", async () => {
    const store = createFullStore(1);
    const { record } = createRecorder(store);
    await record([solved, suggested]);
    await record([suggested]);
    expect(await stored(store)).toEqual([suggested]);
  });

  it("a silent log keeps the facts out of the log alone", async () => {
    const store = createMemoryStore(() => noon);
    await createRecordFacts({ log: createLog("silent"), store })([solved]);
    expect(await stored(store)).toEqual([solved]);
  });

  it("any facts are read back as they were recorded", async () => {
    const locale = fc.constantFrom("en", "vi");
    const entry = fc.string({ unit: "grapheme" });
    const fact = fc.oneof(
      fc.record({
        kind: fc.constantFrom("answered", "not-meant", "solved", "stuck", "drafted", "sent"),
        entry,
        locale,
      }),
      fc.record({ kind: fc.constantFrom("asked", "declined"), locale }),
      fc.record({ kind: fc.constant("suggested"), entries: fc.array(entry), locale }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fact), async (facts) => {
        const store = createMemoryStore(() => noon);
        await createRecorder(store).record(facts);
        expect(await stored(store)).toEqual(facts);
      }),
    );
  });
});
