import { describe, expect, it, onTestFinished } from "vitest";
import { writeToken } from "../../src/answer/token.ts";
import { unansweredDays, unansweredLog } from "../../src/insight/unanswered.ts";
import type { Match } from "../../src/matching/match.ts";
import type { Incoming } from "../../src/platform/incoming.ts";
import { createMemoryStore } from "../../src/store/memory.ts";
import { createSqliteStore } from "../../src/store/sqlite.ts";
import type { Clock, Store } from "../../src/store/store.ts";
import { namingNothing } from "../support/naming-nothing.ts";
import { answered, ask, createSmallAssistant, minute, noon } from "../support/small-assistant.ts";
import { temporaryFolder } from "../support/temporary.ts";

const stores: readonly (readonly [string, (now: Clock) => Store])[] = [
  ["memory", createMemoryStore],
  ["sqlite", (now) => createSqliteStore(temporaryFolder(), now)],
];

const notMeant = (entry: string): Partial<Incoming> => ({
  input: { kind: "press", token: writeToken({ action: "other", entry, locale: "en" }) },
});
const toPerson = writeToken({ action: "person", locale: "en" });
const both = ["lost-phone", "forgot-password"];
const suggestBoth = (): Match => ({
  outcome: "suggest",
  entries: both,
  candidates: both.map((entry) => ({ entry, confidence: 0.3 })),
  ours: 0.5,
  certainty: 0.3,
  names: namingNothing,
});
const forgot = "I forgot my password";
const day = 24 * 60 * minute;

/** What is kept after some turns of a person, and what the store was ever given. */
async function keptAfter(
  store: Store,
  turns: readonly (readonly [text: string, others?: Partial<Incoming>])[],
  keepsUnanswered = true,
) {
  const assistant = createSmallAssistant(store, { keepsUnanswered });
  for (const [index, [text, others]] of turns.entries()) {
    await answered(assistant, ask(`e${index}`, text, others));
  }
  return keptIn(store);
}

const keptIn = async (store: Store) =>
  (await store.read(unansweredLog, 0)).map(({ text }): unknown => JSON.parse(text));

describe.each(stores)("with the %s store", (_, create) => {
  const openAt = (now: Clock) => {
    const store = create(now);
    onTestFinished(() => store.close());
    return store;
  };
  const open = () => openAt(() => noon);

  it("a question that was declined is kept", async () => {
    expect(await keptAfter(open(), [["quokka zebra marmalade"]])).toEqual([
      { locale: "en", how: "declined", text: "quokka zebra marmalade", entries: [] },
    ]);
  });

  it.each([
    ["the button", "", notMeant("forgot-password")],
    ["words", "not what I meant", {}],
  ])("a question whose answer was not meant is kept: told by %s", async (_how, text, others) => {
    expect(await keptAfter(open(), [[forgot], [text, others]])).toEqual([
      { locale: "en", how: "not-meant", text: forgot, entries: ["forgot-password"] },
    ]);
  });

  it.each([
    ["the button", "", { input: { kind: "press", token: toPerson } } as const],
    ["words", "not what I meant", {}],
  ])("a question for which no suggestion was meant is kept: told by %s", async (_how, text, others) => {
    const store = open();
    const assistant = createSmallAssistant(store, { keepsUnanswered: true, match: suggestBoth });
    await answered(assistant, ask("e1", "quokka zebra marmalade"));
    await answered(assistant, ask("e2", text, others));
    expect(await keptIn(store)).toEqual([
      {
        locale: "en",
        how: "not-meant",
        text: "quokka zebra marmalade",
        entries: ["lost-phone", "forgot-password"],
      },
    ]);
  });

  it("a way to a person that nobody refused anything for keeps nothing", async () => {
    expect(await keptAfter(open(), [[forgot], ["", { input: { kind: "press", token: toPerson } }]])).toEqual(
      [],
    );
  });

  it("is kept once, however often it was not meant", async () => {
    const turns = [[forgot], ["", notMeant("forgot-password")], ["", notMeant("forgot-password")]] as const;
    expect((await keptAfter(open(), turns)).length).toBe(1);
  });

  it("nothing is kept of what was solved, or of an answer to something else", async () => {
    expect(
      await keptAfter(open(), [[forgot], ["solved, thanks"], ["", notMeant("forgot-password")]]),
    ).toEqual([]);
    expect(await keptAfter(open(), [[forgot], ["", notMeant("lost-phone")]])).toEqual([]);
  });

  it("nothing is kept where the bot was not spoken to", async () => {
    const overheard = { addressed: false, place: "channel" } as const;
    expect(await keptAfter(open(), [["quokka zebra marmalade", overheard]])).toEqual([]);
  });

  it("nothing is kept unless it is asked for", async () => {
    const turns = [["quokka zebra"], [forgot], ["", notMeant("forgot-password")]] as const;
    expect(await keptAfter(open(), turns, false)).toEqual([]);
  });

  it("what is kept is masked, and cut to 500 characters", async () => {
    const text = `quokka zebra, my password is hunter22 ${"marmalade ".repeat(100)}`;
    const [kept] = await keptAfter(open(), [[text]]);
    expect(kept).toMatchObject({
      text: expect.stringMatching(/^quokka zebra, my password is \[password\] m.*…$/),
    });
    expect(JSON.stringify(kept).length).toBeLessThan(600);
  });

  it("what is kept is gone after 30 days", async () => {
    let time = noon;
    const store = openAt(() => time);
    expect((await keptAfter(store, [["quokka zebra marmalade"]])).length).toBe(1);
    time += unansweredDays * day - 1;
    expect((await store.read(unansweredLog, 0)).length).toBe(1);
    time += 1;
    expect(await store.read(unansweredLog, 0)).toEqual([]);
  });
});

describe("what is kept", () => {
  it("names neither the person nor the conversation, and no secret anywhere", async () => {
    const written: string[] = [];
    const store = createMemoryStore(() => noon);
    const watched: Store = {
      ...store,
      set: async (key, value, options) => {
        written.push(value);
        return store.set(key, value, options);
      },
      append: async (log, text, options) => {
        written.push(text);
        return store.append(log, text, options);
      },
    };
    const who = { person: "T1/anna", conversation: "T1/C9/1" };
    const turns = [
      [`${forgot}, it was hunter22, password: hunter22, phone 0912345678`, who],
      ["", { ...who, ...notMeant("forgot-password") }],
    ] as const;
    await keptAfter(watched, turns);
    const kept = (await store.read(unansweredLog, 0)).map(({ text }) => text).join();
    expect(kept).not.toMatch(/anna|T1|C9/);
    expect(written.join()).toContain("[phone number]");
    expect(written.join()).not.toContain("0912345678");
  });

  it("costs nobody their answer when it can't be stored", async () => {
    const store = createMemoryStore(() => noon);
    const { handle } = createSmallAssistant(
      { ...store, append: () => Promise.reject(new Error("the disk is full")) },
      { keepsUnanswered: true },
    );
    expect((await handle(ask("e1", "quokka zebra marmalade"))).reply.kind).toBe("answer");
  });
});
