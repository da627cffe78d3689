import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { type Answer, pressButtons } from "../../src/answer/answer.ts";
import { writeToken } from "../../src/answer/token.ts";
import type { Adapter, Core } from "../../src/platform/adapter.ts";
import type { Incoming } from "../../src/platform/incoming.ts";
import { createPostgresStore } from "../../src/store/postgres.ts";
import { createSqliteStore } from "../../src/store/sqlite.ts";
import type { Store } from "../../src/store/store.ts";
import { startOurs } from "../support/our-assistant.ts";
import { ourKnowledge } from "../support/our-knowledge.ts";
import { onPostgres } from "../support/postgres.ts";
import { temporaryFolder } from "../support/temporary.ts";

const en = ourKnowledge.strings.get("en");

/** Opens a store; all that are opened with it hold the same. */
type OpenStore = () => Promise<Store>;

/** Two bots on one store, and what they send beside their replies. */
async function openTwo(openStore: OpenStore) {
  const sent: { readonly to: string; readonly answer: Answer }[] = [];
  let fails = false;
  const chat: Adapter = {
    name: "chat",
    start: async () => {},
    stop: async () => {},
    channel: (id) => ({ adapter: "chat", data: id }),
    deliver: async ({ data }, answer) => {
      if (fails) throw new Error("it is down");
      sent.push({ to: data, answer });
      return { address: { adapter: "chat", data: "thread" }, conversation: "thread" };
    },
  };
  const store = async () => {
    const opened = await openStore();
    onTestFinished(() => opened.close());
    return opened;
  };
  const start = async () => {
    return startOurs({
      store: await store(),
      adapters: () => [chat],
      team: { adapter: "chat", channel: "team" },
    });
  };
  const failPosts = (whether: boolean) => {
    fails = whether;
  };
  return { one: await start(), other: await start(), sent, failPosts, store };
}

let events = 0;

async function does(core: Core, person: string, input: Incoming["input"], where: Partial<Incoming> = {}) {
  events += 1;
  const { reply, complete } = await core.handle({
    id: `e${events}`,
    address: { adapter: "chat", data: `dm of ${person}` },
    conversation: `dm of ${person}`,
    person,
    name: person,
    addressed: true,
    place: "private",
    input,
    ...where,
  });
  await complete(async () => {});
  return JSON.stringify(reply);
}

const press = (token: string) => ({ kind: "press", token }) as const;
const inThread = { conversation: "thread", place: "channel" } as const;

const teamActions = ["take", "close", "close-now", "keep-open", "open-again"] as const;

/** Minh has asked the team; what the team can press from then on. */
async function handOver({ one, sent }: Awaited<ReturnType<typeof openTwo>>) {
  await does(one, "minh", press(writeToken({ action: "team", entry: "mfa-lost-or-broken", locale: "en" })));
  const [take] = pressButtons(sent[0]?.answer.buttons ?? []);
  const pressTo = (action: (typeof teamActions)[number]) =>
    press((take?.token ?? "").replace(".take.", `.${action}.`));
  return { take: pressTo("take"), pressTo };
}

describe("on one data folder", () => {
  testTwo(() => {
    const folder = temporaryFolder();
    return async () => createSqliteStore(folder, Date.now);
  });
});

onPostgres("on one database", (database) => {
  beforeEach(database.empty);
  testTwo(() => () => createPostgresStore({ url: database.url }));
});

function testTwo(openStore: () => OpenStore): void {
  describe("two helpers who press in two processes at once", () => {
    it.each([0, 1, 2, 3, 4])("do not both take it, and the person is told once (%i)", async () => {
      const opened = await openTwo(openStore());
      const { one, other, sent } = opened;
      const { take } = await handOver(opened);
      const replies = await Promise.all([
        does(one, "tina", take, inThread),
        does(other, "tom", take, inThread),
      ]);
      const told = sent.filter(({ to }) => to === "dm of minh").map(({ answer }) => JSON.stringify(answer));
      expect(told.length).toBe(1);
      const winner = told[0]?.includes("tina is looking into your question") ? "tina" : "tom";
      const loser = winner === "tina" ? 1 : 0;
      expect(replies[loser]).toContain(`${winner} has been looking into it since `);
      expect(replies[1 - loser]).toContain(`${winner} is looking into it.`);
    });

    it("to take and to close do both, one after the other", async () => {
      const opened = await openTwo(openStore());
      const { one, other } = opened;
      const { take, pressTo } = await handOver(opened);
      const close = pressTo("close-now");
      await Promise.all([does(one, "tina", take, inThread), does(other, "tom", close, inThread)]);
      expect(await does(other, "tina", take, inThread)).toContain("It's closed");
    });

    it("nobody has it where the person could not be told", async () => {
      const opened = await openTwo(openStore());
      const { one, other, failPosts } = opened;
      const { take } = await handOver(opened);
      failPosts(true);
      expect(await does(one, "tina", take, inThread)).toContain(en?.team.notReached);
      failPosts(false);
      expect(await does(other, "tom", take, inThread)).toContain("tom is looking into it.");
    });
  });

  describe("the team's buttons", () => {
    it.each(teamActions)("%s does nothing outside the team's channel", async (action) => {
      const opened = await openTwo(openStore());
      const { one, sent } = opened;
      const { take, pressTo } = await handOver(opened);
      const places = [
        {},
        { conversation: "another thread", place: "channel" },
        { conversation: "command", place: "aside" },
      ] as const;
      for (const where of places) {
        expect(await does(one, "mallory", pressTo(action), where)).toContain(en?.team.teamOnly);
        expect(await does(one, "minh", pressTo(action), where)).toContain(en?.team.teamOnly);
      }
      expect(sent.length).toBe(1);
      expect(await does(one, "tina", take, inThread)).toContain("tina is looking into it.");
    });
  });

  describe("a person who is answered by two processes at once", () => {
    it("loses none of their answers for two support cases", async () => {
      const { one, other, store } = await openTwo(openStore());
      const submit = (entry: string) =>
        ({ kind: "submit", token: `+1.fill.${entry}.en`, values: { "mfa-device": "app" } }) as const;
      await Promise.all([
        does(one, "linh", submit("mfa-lost-or-broken")),
        does(other, "linh", submit("forgot-root-password"), { conversation: "elsewhere" }),
      ]);
      const drafts = JSON.parse((await (await store()).get("drafts/linh"))?.value ?? "{}");
      expect(Object.keys(drafts).sort()).toEqual(["forgot-root-password", "mfa-lost-or-broken"]);
    });
  });
}
