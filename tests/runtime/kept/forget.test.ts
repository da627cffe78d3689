import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { findKept } from "../../../src/runtime/kept/find-kept.ts";
import { createMemoryStore } from "../../../src/store/memory.ts";
import { createSqliteStore } from "../../../src/store/sqlite.ts";
import type { Store } from "../../../src/store/store.ts";
import { ourKnowledge } from "../../support/our-knowledge.ts";
import { temporaryFolder } from "../../support/temporary.ts";
import {
  createWorld,
  forgetAll,
  inChannel,
  makeJourney,
  person,
  press,
  textOf,
  traces,
  words,
} from "./journey.ts";

const en = ourKnowledge.strings.get("en");
const team = {
  person: "chat/T77/UTINA",
  name: "tina",
  conversation: "chat/T77/C0TEAM/1",
  place: "channel",
  address: { adapter: "chat", data: "thread" },
} as const;

function openStore(folder = temporaryFolder()): Store {
  const store = createSqliteStore(folder, Date.now);
  onTestFinished(() => store.close());
  return store;
}

/** The traces that stand in any file of a folder. */
function tracesIn(folder: string): readonly string[] {
  const files = readdirSync(folder).map((file) => readFileSync(path.join(folder, file)));
  return traces.filter((trace) => files.some((bytes) => bytes.includes(trace)));
}

describe("what is kept of a person", () => {
  it("is shown to them whole: every key that names them is known, and every kind of it said", async () => {
    const store = openStore();
    const world = createWorld({ store });
    await makeJourney(world, store);
    const naming = (await store.find({})).filter(({ key, value }) => /UZQXW|DZQXW/.test(key + value));
    const { values, events } = await findKept(store, person);
    expect(values.map(({ key }) => key).toSorted()).toEqual(
      expect.arrayContaining(naming.map(({ key }) => key).toSorted()),
    );
    expect(new Set(values.map(({ kind }) => kind))).toEqual(
      new Set(["state", "owner", "writers", "locale", "drafts", "request", "handed", "note"]),
    );
    expect(events).toHaveLength(1);
    const shown = textOf(await world.does(press("kept", {})));
    for (const said of [
      "Conversations: 3.",
      "Your last question in each",
      "The language you chose: Tiếng Việt",
      "Your answers for a support case, until ",
      "A request to our team",
      "It's still open.",
      "Messages that I haven't finished answering: 1",
      "Technical notes, such as which direct messages are yours: 5",
      en?.kept.staysWithTeam,
    ])
      expect(shown).toContain(said);
  });

  it("leaves no byte in the files once it is forgotten, and the old buttons work as for somebody new", async () => {
    const folder = temporaryFolder();
    const store = openStore(folder);
    const world = createWorld({ store });
    await makeJourney(world, store);
    expect(tracesIn(folder)).toEqual(traces);
    expect(textOf(await world.does(forgetAll))).toContain(en?.kept.forgotten);
    expect(tracesIn(folder)).toEqual([]);
    expect(await findKept(store, person)).toEqual({ values: [], events: [] });
    expect(textOf(await world.does(press("stuck")))).toContain(en?.stuckTitle);
  });

  it("goes with the person alone: what is kept of others stays as it was", async () => {
    const store = openStore();
    const world = createWorld({ store });
    const address = { adapter: "chat", data: "DZQXWZ" };
    const other = { person: `${person}Z`, conversation: "chat/T77/DZQXWZ", address };
    await world.does(words("i forgot my root password"), other);
    await world.does(words("english"), other);
    await store.set("adapter/chat/direct/DZQXWZ", "1790.05");
    const before = await findKept(store, other.person);
    expect(before.values.length).toBeGreaterThan(3);
    await makeJourney(world, store);
    await world.does(forgetAll);
    expect(await findKept(store, other.person)).toEqual(before);
  });

  it("is gone for the team as well, who is told so calmly by a button and in the thread", async () => {
    const store = openStore();
    const world = createWorld({ store });
    await makeJourney(world, store);
    const [token = ""] = world.teamTokens();
    await world.does(forgetAll);
    expect(textOf(await world.does({ kind: "press", token }, team))).toContain(en?.kept.deletedForTeam);
    expect(textOf(await world.does(words("which mailbox is it?"), team))).toContain(en?.kept.deletedForTeam);
    const reply = `+${token.replace("take", "reply")}`;
    expect(textOf(await world.does({ kind: "press", token: reply }))).toContain(en?.kept.deletedRequest);
    const written = { kind: "submit", token: reply, values: { reply: "it was stolen" } } as const;
    expect(textOf(await world.does(written))).toContain(en?.kept.deletedRequest);
  });

  it("is the name on others' requests too, for a member of the team", async () => {
    const folder = temporaryFolder();
    const store = openStore(folder);
    const world = createWorld({ store });
    const address = { adapter: "chat", data: "DASK" };
    const asker = { person: "chat/T77/UASK", name: "an", conversation: "chat/T77/DASK", address };
    await world.does(press("team"), asker);
    const [token = ""] = world.teamTokens();
    await world.does({ kind: "press", token }, { conversation: team.conversation, place: "channel" });
    expect(textOf(await world.does(press("kept", {})))).toContain("because you took care of them: 1");
    await world.does(forgetAll);
    expect(tracesIn(folder)).toEqual([]);
    expect(textOf(await world.does(press("team"), asker))).toContain(
      "Someone has been looking into your question",
    );
  });
});

describe("in a channel", () => {
  it("what is kept is said to the person alone, whether they write or press", async () => {
    const world = createWorld({ store: createMemoryStore(Date.now) });
    const asked = await world.does(words("what do you know about me"), inChannel);
    expect(asked).toMatchObject({ audience: "direct", pointer: { buttons: [{ token: "1.kept.-.en" }] } });
    expect(textOf({ ...asked, ...("pointer" in asked && { answer: asked.pointer }) })).not.toContain(
      "Conversations",
    );
    expect(await world.does(press("kept", {}), inChannel)).toMatchObject({ audience: "asker" });
    expect(await world.does(forgetAll, inChannel)).toMatchObject({ audience: "asker" });
  });

  it("a command is answered there, for their eyes", async () => {
    const world = createWorld({ store: createMemoryStore(Date.now) });
    const command = { conversation: "chat/T77/C01/command/UZQXW", place: "aside" } as const;
    const { audience, pointer } = {
      pointer: undefined,
      audience: "",
      ...(await world.does(words("forget me"), command)),
    };
    expect([audience, pointer]).toEqual(["asker", undefined]);
  });
});

describe("forgetting that fails", () => {
  it.each([
    ["deleting", { write: () => Promise.reject(new Error("disk full")) }],
    ["removing the traces", { scrub: () => Promise.reject(new Error("busy")) }],
  ])("in %s is said, and nothing is claimed", async (_, broken) => {
    const inner = createMemoryStore(Date.now);
    await makeJourney(createWorld({ store: inner }), inner);
    let isBroken = true;
    const write: Store["write"] = (writes) =>
      isBroken && "write" in broken && writes.some(({ kind }) => kind === "delete")
        ? broken.write()
        : inner.write(writes);
    const store: Store = {
      ...inner,
      write,
      scrub: async () => (isBroken && "scrub" in broken ? broken.scrub() : inner.scrub()),
    };
    const world = createWorld({ store });
    const where = { id: "again/1" };
    const told = textOf(await world.does(forgetAll, where));
    expect(told).toContain(en?.kept.failed);
    expect(told).not.toContain(en?.kept.forgotten);
    isBroken = false;
    expect(textOf(await world.does(forgetAll, { id: "again/2" }))).toContain(en?.kept.forgotten);
    expect((await findKept(inner, person)).values).toEqual([]);
  });
});

describe("what is in progress meanwhile", () => {
  /** A world in which messages to the team wait until they are released. */
  function createHeldWorld() {
    let release = () => {};
    let hold: Promise<void> = Promise.resolve();
    let reached = () => {};
    const store = createMemoryStore(Date.now);
    const world = createWorld({
      store,
      whileSending: () => {
        reached();
        return hold;
      },
    });
    return {
      store,
      world,
      /** Resolves once a message waits. */
      holding: () => {
        hold = new Promise((resolve) => {
          release = resolve;
        });
        return new Promise<void>((resolve) => {
          reached = resolve;
        });
      },
      release: () => release(),
    };
  }

  it("of the same person in another conversation brings nothing back", async () => {
    const { world, store, holding, release } = createHeldWorld();
    const waiting = holding();
    const handingOver = world.does(press("team"), { conversation: "chat/T77/C01/1790.09", place: "channel" });
    await waiting;
    const forgetting = world.does(forgetAll);
    release();
    await handingOver;
    expect(textOf(await forgetting)).toContain(en?.kept.forgotten);
    expect((await findKept(store, person)).values).toEqual([]);
  });

  it("of the team brings an earlier request not back", async () => {
    const { world, store, holding, release } = createHeldWorld();
    await world.does(press("team"));
    const [token = ""] = world.teamTokens();
    await world.does(press("team", { entry: "forgot-root-password" }));
    const waiting = holding();
    const taking = world.does({ kind: "press", token }, team);
    await waiting;
    const forgetting = world.does(forgetAll);
    expect(textOf(await forgetting)).toContain(en?.kept.forgotten);
    release();
    await taking;
    expect((await findKept(store, person)).values).toEqual([]);
  });

  it("and was not answered is not answered later", async () => {
    const store = createMemoryStore(Date.now);
    const world = createWorld({ store });
    const { complete } = await world.begins(words("i lost my phone"));
    await world.does(forgetAll);
    await complete(() => Promise.reject(new Error("the platform is down")));
    expect(await store.claimed()).toEqual([]);
  });
});
