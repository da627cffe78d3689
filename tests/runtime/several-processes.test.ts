import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import type { Adapter } from "../../src/platform/adapter.ts";
import type { Assistant } from "../../src/runtime/assistant.ts";
import { leaseMs } from "../../src/runtime/events/claims.ts";
import { createPostgresStore } from "../../src/store/postgres.ts";
import { createSqliteStore } from "../../src/store/sqlite.ts";
import type { Store } from "../../src/store/store.ts";
import { onPostgres } from "../support/postgres.ts";
import { ask, createSmallAssistant, heard, noon } from "../support/small-assistant.ts";
import { temporaryFolder } from "../support/temporary.ts";

type OpenStore = (now: () => number) => Promise<Store>;

describe("several processes on one data folder", () => {
  testSeveral(() => {
    const folder = temporaryFolder();
    return async (now) => createSqliteStore(folder, now);
  });
});

onPostgres("several processes on one database", (database) => {
  beforeEach(database.empty);
  testSeveral(() => (now) => createPostgresStore({ url: database.url, now }));
});

/** Assistants on one store, whose clock can be put forward. */
async function start(openStore: OpenStore, count: number) {
  let time = noon;
  const now = () => time;
  const assistants: Assistant[] = [];
  for (let index = 0; index < count; index += 1) {
    const store = await openStore(now);
    onTestFinished(() => store.close());
    assistants.push(createSmallAssistant(store, { now, isOneOfSeveral: true }));
  }
  const [one = createSmallAssistant(), other = one] = assistants;
  const skip = (milliseconds: number) => {
    time += milliseconds;
  };
  return { assistants, one, other, skip };
}

/** A platform that keeps what is delivered. */
function keepingAdapter() {
  const delivered: string[] = [];
  const adapter: Adapter = {
    name: "terminal",
    start: async () => {},
    stop: async () => {},
    deliver: async (_, answer) => void delivered.push(answer.title ?? ""),
  };
  return { adapter, delivered };
}

function testSeveral(openStore: () => OpenStore): void {
  it("answer an event once that each of them is told", async () => {
    const { assistants } = await start(openStore(), 4);
    const outcomes = await Promise.all(assistants.map(({ handle }) => handle(ask("e1", "my phone is lost"))));
    expect(outcomes.map(heard).filter((said) => said === "About lost-phone")).toHaveLength(1);
  });

  it("answer a question once the one before it in the conversation is answered by another", async () => {
    const { one, other } = await start(openStore(), 2);
    const order: string[] = [];
    const first = await one.handle(ask("e1", "my phone is lost"));
    const second = other.handle(ask("e2", "I forgot my password")).then(async ({ complete }) => {
      await complete(async () => void order.push("e2"));
    });
    const elsewhere = await other.handle(
      ask("e3", "I forgot my password", { conversation: "c2", person: "p2" }),
    );
    await elsewhere.complete(async () => void order.push("e3"));
    await first.complete(async () => void order.push("e1"));
    await second;
    expect(order).toEqual(["e3", "e1", "e2"]);
  });

  it("keep the order of many questions, whoever is told of each", async () => {
    const { assistants } = await start(openStore(), 3);
    const sent: number[] = [];
    const all: Promise<void>[] = [];
    for (let index = 0; index < 12; index += 1) {
      const { handle } = assistants[index % 3] ?? createSmallAssistant();
      const claimed = new Promise<void>((resolve) => {
        const outcome = handle(ask(`e${index}`, "my phone is lost"), { onClaimed: resolve });
        all.push(outcome.then(({ complete }) => complete(async () => void sent.push(index))));
      });
      await claimed;
    }
    await Promise.all(all);
    expect(sent).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it("do not wait for an answer that could not be sent", async () => {
    const { one, other } = await start(openStore(), 2);
    const first = await one.handle(ask("e1", "my phone is lost"));
    await first.complete(() => Promise.reject(new Error("the platform is down")));
    expect(heard(await other.handle(ask("e2", "I forgot my password")))).toBe("About forgot-password");
  });

  it("answer once, together, what a process left that died, when its lease is over", async () => {
    const { assistants, one, skip } = await start(openStore(), 3);
    await one.handle(ask("e1", "my phone is lost"));
    const { adapter, delivered } = keepingAdapter();
    const redeliver = () =>
      Promise.all(assistants.slice(1).map(({ redeliverPending }) => redeliverPending([adapter])));
    skip(leaseMs - 1);
    await redeliver();
    expect(delivered).toEqual([]);
    skip(1);
    await redeliver();
    expect(delivered).toEqual(["About lost-phone"]);
  });

  it("leave an event to the process that is still sending its answer", async () => {
    const { one, other, skip } = await start(openStore(), 2);
    await one.handle(ask("e1", "my phone is lost"));
    skip(leaseMs - 1);
    await one.renewClaims();
    skip(leaseMs - 1);
    const { adapter, delivered } = keepingAdapter();
    await other.redeliverPending([adapter]);
    expect(delivered).toEqual([]);
  });

  it("hold the limit of a person together, and tell them once", async () => {
    const { assistants } = await start(openStore(), 3);
    const said: string[] = [];
    for (let index = 0; index < 33; index += 1) {
      const { handle } = assistants[index % 3] ?? createSmallAssistant();
      const outcome = await handle(ask(`e${index}`, "my phone is lost", { conversation: `c${index}` }));
      await outcome.complete(async () => {});
      said.push(heard(outcome));
    }
    expect(said.slice(0, 30).every((one) => one === "About lost-phone")).toBe(true);
    expect(said[30]).toMatch(/minute/);
    expect(said.slice(31)).toEqual(Array(2).fill("too much at once from the person"));
  });
}
