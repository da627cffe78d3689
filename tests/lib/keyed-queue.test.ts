import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createKeyedQueue } from "../../src/lib/keyed-queue.ts";

/** A gate that work waits at until the test opens it. */
function createGate() {
  let open: () => void = () => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open };
}

/** Lets everything run that waits for nothing but promises. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe("work in order", () => {
  it("the result of the work is handed back", async () => {
    const inOrder = createKeyedQueue();
    expect(await inOrder("a", async () => 42)).toBe(42);
  });

  it("work of a key waits for the work of the key before it", async () => {
    const inOrder = createKeyedQueue();
    const gate = createGate();
    const done: string[] = [];
    const first = inOrder("a", async () => {
      await gate.passed;
      done.push("first");
    });
    const second = inOrder("a", async () => void done.push("second"));
    await settle();
    expect(done).toEqual([]);
    gate.open();
    await Promise.all([first, second]);
    expect(done).toEqual(["first", "second"]);
  });

  it("work of another key does not wait", async () => {
    const inOrder = createKeyedQueue();
    const gate = createGate();
    const first = inOrder("a", () => gate.passed);
    expect(await inOrder("b", async () => "done")).toBe("done");
    gate.open();
    await first;
  });

  it("a failure goes to whoever asked for the work", async () => {
    const inOrder = createKeyedQueue();
    const failing = inOrder("a", async () => {
      throw new Error("broken");
    });
    await expect(failing).rejects.toThrow("broken");
  });

  it("work after a failure of its key still runs, and after it", async () => {
    const inOrder = createKeyedQueue();
    const gate = createGate();
    const failing = inOrder("a", async () => {
      await gate.passed;
      throw new Error("broken");
    });
    const next = inOrder("a", async () => "done");
    gate.open();
    await expect(failing).rejects.toThrow("broken");
    expect(await next).toBe("done");
  });

  it("work that throws before it waits for anything rejects like any other", async () => {
    const inOrder = createKeyedQueue();
    const failing = inOrder("a", () => {
      throw new Error("at once");
    });
    await expect(failing).rejects.toThrow("at once");
  });

  it("work that comes when some of its key is finished waits for what is still under way", async () => {
    const inOrder = createKeyedQueue();
    const gate = createGate();
    const done: string[] = [];
    const first = inOrder("a", async () => {});
    const second = inOrder("a", async () => {
      await gate.passed;
      done.push("second");
    });
    await first;
    const third = inOrder("a", async () => void done.push("third"));
    await settle();
    gate.open();
    await Promise.all([second, third]);
    expect(done).toEqual(["second", "third"]);
  });

  it("a key that was idle for a while runs new work at once", async () => {
    const inOrder = createKeyedQueue();
    await inOrder("a", async () => "earlier");
    await settle();
    expect(await inOrder("a", async () => "later")).toBe("later");
  });

  it("work can ask for work of another key", async () => {
    const inOrder = createKeyedQueue();
    expect(await inOrder("a", () => inOrder("b", async () => "inner"))).toBe("inner");
  });
});

const tasks = fc.array(fc.record({ key: fc.constantFrom("a", "b", "c"), fails: fc.boolean() }), {
  maxLength: 30,
});

describe("any amount of work, however it is scheduled", () => {
  it("runs one at a time for each key, in the order it came", async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), tasks, async (scheduler, asked) => {
        const inOrder = createKeyedQueue();
        const events: string[] = [];
        const work = asked.map(({ key, fails }, index) =>
          inOrder(key, async () => {
            events.push(`${key}: begin ${index}`);
            await scheduler.schedule(Promise.resolve());
            events.push(`${key}: end ${index}`);
            if (fails) throw new Error(`${index} fails`);
            return index;
          }),
        );
        const results = Promise.allSettled(work);
        await scheduler.waitFor(results);
        for (const wanted of ["a", "b", "c"]) {
          expect(events.filter((event) => event.startsWith(wanted))).toEqual(
            asked.flatMap(({ key }, index) =>
              key === wanted ? [`${key}: begin ${index}`, `${key}: end ${index}`] : [],
            ),
          );
        }
        expect((await results).map(({ status }) => status)).toEqual(
          asked.map(({ fails }) => (fails ? "rejected" : "fulfilled")),
        );
      }),
    );
  });
});
