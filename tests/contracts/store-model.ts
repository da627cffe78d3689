import fc from "fast-check";
import { expect, it } from "vitest";
import { finishedTtlMs, maxLineAgeMs, type Store } from "../../src/store/store.ts";
import { propertyRuns } from "../support/property-runs.ts";
import { minute, type Open, start } from "./open-store.ts";

const names = ["a", "b", "đ"] as const;

const name = fc.constantFrom(...names);
const text = fc.string({ unit: "grapheme" });
const span = fc.constantFrom(1, 1000, minute, 10 * minute);

const operations = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant("wait"),
      span: fc.oneof(span, fc.constantFrom(finishedTtlMs, maxLineAgeMs)),
    }),
    fc.record({ kind: fc.constant("claim"), name, text, span }),
    fc.record({ kind: fc.constant("finish"), name }),
    fc.record({ kind: fc.constant("set"), name, text, ttl: fc.option(span, { nil: undefined }) }),
    fc.record({
      kind: fc.constant("replace"),
      name,
      text,
      over: fc.constantFrom("nothing", "current", "another"),
    }),
    fc.record({ kind: fc.constant("append"), name, text, ttl: fc.option(span, { nil: undefined }) }),
  ),
  { maxLength: 40 },
);

/** The store's answers to random operations, held against answers read off the history of those operations. */
export function testAgainstModel(open: Open): void {
  it("after any sequence of operations", async () => {
    await fc.assert(
      fc.asyncProperty(operations, async (sequence) => {
        const { store, wait } = await open();
        const model = createModel();
        for (const step of sequence) {
          if (step.kind === "wait") {
            wait(step.span);
            model.wait(step.span);
          } else expect(await applyTo(store, step)).toEqual(model.apply(step));
          expect(await lookAt(store)).toEqual(model.look());
        }
      }),
      { numRuns: propertyRuns(50) },
    );
  });
}

type Step = typeof operations extends fc.Arbitrary<readonly (infer T)[]> ? T : never;
type Operation = Exclude<Step, { kind: "wait" }>;

async function applyTo(store: Store, step: Operation): Promise<string | boolean | undefined> {
  switch (step.kind) {
    case "claim":
      return store.claim(step.name, step.text, step.span);
    case "finish":
      return void (await store.finish(step.name));
    case "set":
      return store.set(step.name, step.text, step.ttl === undefined ? {} : { ttl: step.ttl });
    case "replace": {
      const version = (await store.get(step.name))?.version ?? 0;
      const ifVersion = { nothing: 0, current: version, another: version + 1 }[step.over];
      return store.set(step.name, step.text, { ifVersion });
    }
    case "append":
      return void (await store.append(step.name, step.text, step.ttl === undefined ? {} : { ttl: step.ttl }));
  }
}

/** Everything that can be asked of a store without changing it; unfinished events by id. */
async function lookAt(store: Store) {
  const unfinished = [...(await store.unfinished())].sort((a, b) => (a.id < b.id ? -1 : 1));
  const values = await Promise.all(names.map(async (key) => (await store.get(key))?.value));
  const lines = await Promise.all(names.map((log) => store.read(log, start + minute)));
  return { unfinished, values, lines };
}

type Past = Operation & { readonly at: number; readonly result: string | boolean | undefined };

/** A store that keeps nothing but its history, and works every answer out from there. */
function createModel() {
  const history: Past[] = [];
  let now = start;

  const event = (id: string): { readonly status: "new" | "busy" | "done"; readonly body?: string } => {
    const last = history.findLast(
      (past) =>
        past.name === id && (past.kind === "finish" || (past.kind === "claim" && past.result === "new")),
    );
    if (last?.kind === "finish") return { status: now < last.at + finishedTtlMs ? "done" : "new" };
    if (last?.kind !== "claim") return { status: "new" };
    return { status: now < last.at + last.span ? "busy" : "new", body: last.text };
  };
  const value = (key: string): string | undefined => {
    const last = history.findLast(
      (past) => past.name === key && (past.kind === "set" || past.kind === "replace") && past.result === true,
    );
    if (last?.kind === "set" && last.ttl !== undefined && now >= last.at + last.ttl) return undefined;
    return last?.kind === "set" || last?.kind === "replace" ? last.text : undefined;
  };
  const resultOf = (step: Operation): Past["result"] => {
    if (step.kind === "claim") return event(step.name).status;
    if (step.kind === "set") return true;
    if (step.kind !== "replace") return undefined;
    return step.over === "current" || (step.over === "nothing" && value(step.name) === undefined);
  };

  return {
    wait: (milliseconds: number) => {
      now += milliseconds;
    },
    apply: (step: Operation) => {
      const result = resultOf(step);
      history.push({ ...step, at: now, result });
      return result;
    },
    look: () => ({
      unfinished: names.flatMap((id) => {
        const { status, body } = event(id);
        return status === "new" && body !== undefined ? [{ id, body }] : [];
      }),
      values: names.map(value),
      lines: names.map((log) =>
        history.flatMap((past) =>
          past.kind === "append" &&
          past.name === log &&
          past.at >= start + minute &&
          now < past.at + (past.ttl ?? maxLineAgeMs)
            ? [{ at: past.at, text: past.text }]
            : [],
        ),
      ),
    }),
  };
}
