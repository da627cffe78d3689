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

describe("a keyed queue", () => {
  it("the result of the work is handed back", async () => {
    const queue = createKeyedQueue();
    expect(await queue("a", async () => 42)).toBe(42);
  });

  it("work of a key waits for the work of the key before it", async () => {
    const queue = createKeyedQueue();
    const gate = createGate();
    const done: string[] = [];
    const first = queue("a", async () => {
      await gate.passed;
      done.push("first");
    });
    const second = queue("a", async () => void done.push("second"));
    await settle();
    expect(done).toEqual([]);
    gate.open();
    await Promise.all([first, second]);
    expect(done).toEqual(["first", "second"]);
  });

  it("work of another key does not wait", async () => {
    const queue = createKeyedQueue();
    const gate = createGate();
    const first = queue("a", () => gate.passed);
    expect(await queue("b", async () => "done")).toBe("done");
    gate.open();
    await first;
  });

  it("a failure goes to whoever asked for the work", async () => {
    const queue = createKeyedQueue();
    const failing = queue("a", async () => {
      throw new Error("broken");
    });
    await expect(failing).rejects.toThrow("broken");
  });

  it("work after a failure of its key still runs, and after it", async () => {
    const queue = createKeyedQueue();
    const gate = createGate();
    const failing = queue("a", async () => {
      await gate.passed;
      throw new Error("broken");
    });
    const next = queue("a", async () => "done");
    gate.open();
    await expect(failing).rejects.toThrow("broken");
    expect(await next).toBe("done");
  });

  it("work that throws before it waits for anything rejects like any other", async () => {
    const queue = createKeyedQueue();
    const failing = queue("a", () => {
      throw new Error("at once");
    });
    await expect(failing).rejects.toThrow("at once");
  });

  it("work that comes when some of its key is finished waits for what is still under way", async () => {
    const queue = createKeyedQueue();
    const gate = createGate();
    const done: string[] = [];
    const first = queue("a", async () => {});
    const second = queue("a", async () => {
      await gate.passed;
      done.push("second");
    });
    await first;
    const third = queue("a", async () => void done.push("third"));
    await settle();
    gate.open();
    await Promise.all([second, third]);
    expect(done).toEqual(["second", "third"]);
  });

  it("a key that was idle for a while runs new work at once", async () => {
    const queue = createKeyedQueue();
    await queue("a", async () => "earlier");
    await settle();
    expect(await queue("a", async () => "later")).toBe("later");
  });

  it("work can ask for work of another key", async () => {
    const queue = createKeyedQueue();
    expect(await queue("a", () => queue("b", async () => "inner"))).toBe("inner");
  });
});

describe("a pause between the work of one key", () => {
  const pauseMs = 50;
  const elapsedSince = (start: number) => performance.now() - start;

  it("delays the next work of the key", async () => {
    const queue = createKeyedQueue({ pauseMs });
    const start = performance.now();
    const times = await Promise.all([1, 2, 3].map(() => queue("a", async () => elapsedSince(start))));
    expect(times[1]).toBeGreaterThanOrEqual(pauseMs - 2);
    expect(times[2]).toBeGreaterThanOrEqual(2 * pauseMs - 4);
  });

  it("delays work that is added during the pause", async () => {
    const queue = createKeyedQueue({ pauseMs });
    const start = performance.now();
    await queue("a", async () => {});
    await settle();
    expect(await queue("a", async () => elapsedSince(start))).toBeGreaterThanOrEqual(pauseMs - 2);
  });

  it("does not delay other keys, nor work after a failure", async () => {
    const queue = createKeyedQueue({ pauseMs: 60_000 });
    await queue("a", async () => {});
    expect(await queue("b", async () => "other key")).toBe("other key");
    await expect(
      queue("c", async () => {
        throw new Error("broken");
      }),
    ).rejects.toThrow("broken");
    expect(await queue("c", async () => "after a failure")).toBe("after a failure");
  });

  it("does not keep the process alive", async () => {
    const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length;
    const queue = createKeyedQueue({ pauseMs: 60_000 });
    const before = timers();
    await queue("a", async () => {});
    await settle();
    expect(timers()).toBeLessThanOrEqual(before);
  });
});

describe("idle", () => {
  it("resolves at once if nothing was added", async () => {
    await createKeyedQueue().idle();
  });

  it("waits for running and waiting work, also if it fails, and for work that this adds", async () => {
    const queue = createKeyedQueue();
    const gate = createGate();
    const done: string[] = [];
    const failing = queue("a", async () => {
      await gate.passed;
      throw new Error("broken");
    });
    void failing.catch(() => {
      void queue("b", async () => void done.push("added"));
    });
    void queue("a", async () => void done.push("waiting"));
    let isIdle = false;
    const idle = queue.idle().then(() => {
      isIdle = true;
    });
    await settle();
    expect(isIdle).toBe(false);
    gate.open();
    await idle;
    expect(done.toSorted()).toEqual(["added", "waiting"]);
  });

  it("does not wait for the pause after the last work", async () => {
    const queue = createKeyedQueue({ pauseMs: 60_000 });
    await queue("a", async () => {});
    await queue.idle();
  });
});

const tasks = fc.array(fc.record({ key: fc.constantFrom("a", "b", "c"), fails: fc.boolean() }), {
  maxLength: 30,
});

describe("any amount of work, however it is scheduled", () => {
  it("runs one at a time for each key, in the order it came", async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), tasks, async (scheduler, asked) => {
        const queue = createKeyedQueue();
        const events: string[] = [];
        const work = asked.map(({ key, fails }, index) =>
          queue(key, async () => {
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
