import { describe, expect, it, onTestFinished } from "vitest";
import type { Answer } from "../../../src/answer/answer.ts";
import type { Adapter } from "../../../src/platform/adapter.ts";
import type { Incoming } from "../../../src/platform/incoming.ts";
import { UndeliverableError } from "../../../src/platform/undeliverable-error.ts";
import { findKept } from "../../../src/runtime/kept/find-kept.ts";
import { findPeople } from "../../../src/runtime/kept/find-people.ts";
import { createSqliteStore } from "../../../src/store/sqlite.ts";
import { heard } from "../../support/small-assistant.ts";
import { temporaryFolder } from "../../support/temporary.ts";
import { both, hour, startWaiting } from "../../support/waiting-pack.ts";

const ana = "chat/T1/UANA";
type Others = Parameters<typeof startWaiting>[0];

/** A chat in which ana talks to the bot alone, and what is sent there beside the replies. */
function open(others?: Others) {
  const waiting = startWaiting(others);
  const sent: { readonly to: string; readonly answer: Answer; readonly key: string }[] = [];
  const marks: boolean[] = [];
  const failure: { error?: Error } = {};
  const chat: Adapter = {
    name: "chat",
    start: async () => {},
    stop: async () => {},
    deliver: async ({ data }, answer, { key }) => {
      if (failure.error) throw failure.error;
      sent.push({ to: data, answer, key });
      return undefined;
    },
    markIdle: async (_, { isIdle }) => {
      if (failure.error) throw failure.error;
      marks.push(isIdle);
      return true;
    },
  };
  waiting.run(chat);
  let events = 0;
  const does = async (input: Incoming["input"], where: Partial<Incoming> = {}, core = waiting.core) => {
    events += 1;
    const outcome = await core.handle({
      id: `e${events}`,
      address: { adapter: "chat", data: "dm" },
      conversation: "chat/T1/D1",
      person: ana,
      addressed: true,
      place: "private",
      isOwnPlace: true,
      input,
      ...where,
    });
    await outcome.complete(async () => {});
    return outcome;
  };
  const says = (text: string, where?: Partial<Incoming>) =>
    does({ kind: "question", text, hasPicture: false }, where);
  const presses = (token: string, where?: Partial<Incoming>) => does({ kind: "press", token }, where);
  return { ...waiting, sent, marks, failure, does, says, presses };
}

const post = { place: "channel", conversation: "chat/T1/C1/1", channel: "chat/T1/C1" } as const;

describe("an answer that got no reaction", () => {
  it("is asked about once, and a mere yes is then about it", async () => {
    const { says, passes, sent, facts } = open();
    await says("I lost my key");
    await passes(3);
    expect(sent).toMatchObject([{ to: "dm", key: expect.stringMatching(/^nudge\/chat\/T1\/D1\/\d+$/) }]);
    await passes(1);
    await passes(10);
    expect(sent.length).toBe(1);
    expect(await facts()).toEqual(["asked", "answered", "nudged"]);
    expect(heard(await says("yes"))).toContain("Glad");
    expect(await facts()).toContain("solved");
  });

  it("leads from mere thanks to whether it worked", async () => {
    const { says, passes, facts } = open();
    await says("I lost my key");
    await passes(3);
    expect(heard(await says("thanks"))).toContain("Did it work?");
    expect(heard(await says("yes"))).toContain("Glad");
    expect(await facts()).toContain("solved");
  });

  it("leads on with a mere no", async () => {
    const { says, passes, facts } = open();
    await passes(10);
    await says("I lost my key");
    await passes(14);
    expect(JSON.stringify((await says("no")).reply)).toContain("Look once more");
    expect(await facts()).toContain("stuck");
  });

  it("is asked about once it is day, and not any more after twenty hours", async () => {
    const evening = open();
    await evening.passes(9);
    await evening.says("I lost my key");
    await evening.passes(4);
    expect(evening.sent.length).toBe(0);
    await evening.passes(10);
    expect(evening.sent.length).toBe(1);

    const away = open();
    await away.says("I lost my key");
    await away.passes(20.1);
    await away.passes(4);
    expect(away.sent).toEqual([]);
  });

  it("is no such answer once the person has said or pressed anything", async () => {
    for (const react of [
      ({ says }: ReturnType<typeof open>) => says("thanks"),
      ({ says }: ReturnType<typeof open>) => says("hmm"),
      ({ presses }: ReturnType<typeof open>) => presses("1.solved.lost-key.en"),
      ({ presses }: ReturnType<typeof open>) => presses("1.stuck.lost-key.en"),
      ({ presses }: ReturnType<typeof open>) => presses("1.home.-.en"),
      ({ says }: ReturnType<typeof open>) => says("what do you know about me"),
    ]) {
      const opened = open();
      await opened.says("I lost my key");
      await react(opened);
      await opened.passes(5);
      expect(opened.sent).toEqual([]);
    }
  });

  it("is asked about again for another answer, but not within twelve hours", async () => {
    const { says, passes, sent } = open();
    await says("I lost my key");
    await passes(3);
    await says("my window is stuck");
    await passes(3);
    await passes(3);
    expect(sent.length).toBe(1);
    await passes(12);
    await says("I lost my key");
    await passes(3);
    expect(sent.length).toBe(2);
  });

  it("is neither a choice nor anything else than an answer", async () => {
    for (const text of ["help", "hello", "xyzzy plugh"]) {
      const { says, passes, sent, waits } = open();
      await says(text);
      await passes(4);
      expect(sent).toEqual([]);
      expect(await waits()).toEqual([]);
    }
  });

  it("is nothing to anybody where the settings don't say so", async () => {
    const { says, passes, sent, waits } = open({ unreacted: "off" });
    await says("I lost my key");
    await passes(4);
    expect(sent).toEqual([]);
    expect(await waits()).toEqual([]);
  });
});

describe("where others read along", () => {
  it("it is asked about in the person's own post, and nowhere else", async () => {
    const own = open();
    await own.says("I lost my key", post);
    await own.passes(3);
    expect(own.sent.length).toBe(1);
    const other = open();
    await other.says("I lost my key", { ...post, isOwnPlace: false });
    await other.passes(3);
    await other.says("I lost my key", { ...post, place: "aside" });
    await other.passes(3);
    expect(other.sent).toEqual([]);
  });

  it("it is not once anybody else has written there, before or after", async () => {
    const bo = { ...post, person: "chat/T1/UBO", isOwnPlace: false, addressed: false };
    const after = open();
    await after.says("I lost my key", post);
    await after.says("so did I", bo);
    await after.passes(3);
    expect(after.sent).toEqual([]);
    const before = open();
    await before.says("so did I", bo);
    await before.says("I lost my key", { ...post, begunBy: ana });
    await before.passes(3);
    expect(before.sent).toEqual([]);
  });

  it("a press in the post counts as being there", async () => {
    const { says, presses, passes, sent } = open();
    await says("help", post);
    const { isOwnPlace, ...pressed } = { ...post, isOwnPlace: undefined };
    await presses("1.show.lost-key.en", pressed);
    await passes(3);
    expect(sent.length).toBe(1);
  });
});

describe("the question whether it helped", () => {
  it("is asked by one of two processes, and by the next one after a restart", async () => {
    const folder = temporaryFolder();
    const openStore = (now: () => number) => {
      const store = createSqliteStore(folder, now);
      onTestFinished(() => store.close());
      return store;
    };
    const { says, core, start, setTime, now, sent } = open({ openStore });
    await says("I lost my key");
    setTime(now() + 3 * hour);
    const other = start();
    await Promise.all([core.lookAfterWaiting(), other.lookAfterWaiting(), core.lookAfterWaiting()]);
    expect(sent.length).toBe(1);
  });

  it("comes again where the platform fails, with the same key", async () => {
    const { says, passes, sent, failure, core, setTime, now, store } = open();
    await says("I lost my key");
    failure.error = new Error("it is down");
    await passes(3);
    delete failure.error;
    setTime(now() + 2 * 60_000);
    const [pending] = await store.unfinished();
    const adapter: Adapter = {
      name: "chat",
      start: async () => {},
      stop: async () => {},
      deliver: async ({ data }, answer, { key }) => {
        sent.push({ to: data, answer, key });
        return undefined;
      },
    };
    await core.redeliverPending([adapter]);
    expect(sent.map(({ key }) => key)).toEqual([pending?.id]);
    expect(await store.claimed()).toEqual([]);
  });

  it("is dropped where the platform refuses it", async () => {
    const { says, passes, failure, store } = open();
    await says("I lost my key");
    failure.error = new UndeliverableError("the channel is gone");
    await passes(3);
    expect(await store.claimed()).toEqual([]);
  });

  it("is not asked while the person's request is with the team, and is once it is closed", async () => {
    const request = { id: "h1", person: ana, locale: "en", address: { adapter: "chat", data: "dm" } };
    for (const isClosed of [false, true]) {
      const { says, passes, sent, store } = open();
      await says("I lost my key");
      await store.set(`handed/${ana}`, "h1");
      await store.set("handover/h1", JSON.stringify({ ...request, isClosed }));
      await passes(3);
      expect(sent.length).toBe(isClosed ? 1 : 0);
    }
  });

  it("is forgotten with the person, whose note it is until then", async () => {
    const { says, presses, passes, sent, store, waits } = open();
    await says("I lost my key", post);
    const { values } = await findKept(store, ana);
    expect(values).toContainEqual(expect.objectContaining({ key: "waiting/chat/T1/C1/1", kind: "note" }));
    expect(await findPeople(store, "UANA")).toEqual([ana]);
    await presses("1.forget-all.-.en");
    expect(await waits()).toEqual([]);
    await passes(3);
    expect(sent).toEqual([]);
  });
});

describe("a post whose answer got no reaction for a day", () => {
  it("is marked as idle, after the question, until somebody reacts", async () => {
    const { says, passes, sent, marks } = open();
    await says("I lost my key", post);
    await passes(3);
    await passes(20);
    expect([sent.length, marks]).toEqual([1, []]);
    await passes(1);
    await passes(1);
    expect(marks).toEqual([true]);
    await says("so did I", { ...post, person: "chat/T1/UBO", addressed: false, isOwnPlace: false });
    expect(marks).toEqual([true, false]);
    await passes(30);
    expect(marks).toEqual([true, false]);
  });

  it("is marked anew where a reaction led to another answer that got none", async () => {
    const { says, presses, passes, marks } = open();
    await says("I lost my key", post);
    await passes(24);
    await presses("1.show.stuck-window.en", post);
    expect(marks).toEqual([true, false]);
    await passes(24);
    expect(marks).toEqual([true, false, true]);
  });

  it("loses its mark later where the platform fails meanwhile", async () => {
    const { says, passes, marks, failure } = open({ unreacted: { idleAfterHours: 24 } });
    await says("I lost my key", post);
    await passes(24);
    failure.error = new Error("it is down");
    await says("it turned up, solved", post);
    delete failure.error;
    expect(marks).toEqual([true]);
    await passes(0.1);
    expect(marks).toEqual([true, false]);
    await passes(0.1);
    expect(marks).toEqual([true, false]);
  });

  it("is none in direct messages, and none without the setting", async () => {
    const direct = open({ unreacted: { idleAfterHours: 24 } });
    await direct.says("I lost my key");
    expect(await direct.waits()).toEqual([]);
    const asked = open({ unreacted: { nudge: both.nudge } });
    await asked.says("I lost my key", post);
    await asked.passes(3);
    await asked.passes(24);
    expect([asked.sent.length, asked.marks]).toEqual([1, []]);
  });
});
