import { describe, expect, it } from "vitest";
import { stringsOf } from "../../../src/knowledge/knowledge.ts";
import type { MatchQuestion } from "../../../src/matching/matcher.ts";
import type { Incoming } from "../../../src/platform/incoming.ts";
import type { Assistant } from "../../../src/runtime/assistant.ts";
import { rates } from "../../../src/runtime/limits/rates.ts";
import { createMemoryStore } from "../../../src/store/memory.ts";
import { notedStore } from "../../support/noted-store.ts";
import { startOurs } from "../../support/our-assistant.ts";
import { ourKnowledge, ourResponder } from "../../support/our-knowledge.ts";
import {
  answered,
  ask,
  buttonsOf,
  createSmallAssistant,
  heard,
  localeOf,
  minute,
  noon,
} from "../../support/small-assistant.ts";

const { limits } = stringsOf(ourKnowledge, "en");
const quiet = "too much at once from the person";

/** An assistant, its clock, and how many events it matched and stored. */
function openSmall() {
  const clock = { now: noon };
  const claimed: string[] = [];
  const store = notedStore(
    createMemoryStore(() => clock.now),
    claimed,
    ["claim"],
  );
  let matched = 0;
  const match: MatchQuestion = (question) => {
    matched += 1;
    return ourResponder.match(question);
  };
  const assistant = createSmallAssistant(store, { match, now: () => clock.now });
  return { assistant, clock, claimed, matched: () => matched };
}

/** The same kind of event many times at once, each told to the assistant by itself. */
function flood({ handle }: Assistant, count: number, event: (index: number) => Incoming) {
  return Promise.all(Array.from({ length: count }, (_, index) => handle(event(index))));
}

const count = (all: readonly string[], one: string) => all.filter((other) => other === one).length;

describe("a person who floods the bot", () => {
  it("is answered as far as anybody can read, told once, then met with silence that costs nothing", async () => {
    const { assistant, claimed, matched } = openSmall();
    const outcomes = await flood(assistant, 300, (index) => ask(`e${index}`, `what about thing ${index}`));
    const all = outcomes.map(heard);
    expect(count(all, limits.person)).toBe(1);
    expect(count(all, quiet)).toBe(300 - rates.person.burst - 1);
    expect(claimed.length).toBe(rates.person.burst);
    expect(matched()).toBeLessThanOrEqual(rates.person.burst);
  });

  it("is led on by what they are told, for their eyes alone", async () => {
    const { assistant } = openSmall();
    const outcomes = await flood(assistant, 40, (index) => ask(`e${index}`, "my phone is lost"));
    const told = outcomes.find((outcome) => heard(outcome) === limits.person);
    expect(told && buttonsOf(told).length).toBeGreaterThan(0);
    expect(told?.reply).toMatchObject({ kind: "answer", audience: "asker" });
  });

  it("is answered again after a minute", async () => {
    const { assistant, clock } = openSmall();
    await flood(assistant, 100, (index) => ask(`e${index}`, "my phone is lost"));
    clock.now += minute - 1;
    expect(heard(await assistant.handle(ask("early", "my phone is lost")))).toBe(quiet);
    clock.now += 1;
    expect((await assistant.handle(ask("later", "my phone is lost"))).reply.kind).toBe("answer");
  });

  it("is answered again even if the clock was set back meanwhile", async () => {
    const { assistant, clock } = openSmall();
    await flood(assistant, 100, (index) => ask(`e${index}`, "my phone is lost"));
    clock.now -= 24 * 60 * minute;
    await assistant.handle(ask("back", "my phone is lost"));
    clock.now += 2 * minute;
    expect((await assistant.handle(ask("later", "my phone is lost"))).reply.kind).toBe("answer");
  });

  it("slows nobody else down", async () => {
    const { assistant } = openSmall();
    await flood(assistant, 300, (index) => ask(`e${index}`, "my phone is lost"));
    const other = ask("other", "I forgot my password", { person: "p2", conversation: "c2" });
    expect((await assistant.handle(other)).reply.kind).toBe("answer");
  });

  it("is told in the language of their words, or of the button that they press", async () => {
    const assistant = startOurs({ now: () => noon });
    const vi = stringsOf(ourKnowledge, "vi").limits.person;
    const written = await flood(assistant, 60, (index) => ask(`w${index}`, "mình bị mất điện thoại rồi"));
    expect(written.map(heard)).toContain(vi);
    const pressed = await flood(assistant, 60, (index) =>
      ask(`p${index}`, "", { person: "p2", input: { kind: "press", token: "1.home.-.vi" } }),
    );
    const told = pressed.find((outcome) => heard(outcome) === vi);
    expect(told && localeOf(told)).toBe("vi");
  });

  it.each([
    ["presses", { kind: "press", token: "1.home.-.en" }],
    ["opened forms", { kind: "press", token: "+1.ask.-.en" }],
    ["submissions", { kind: "submit", token: "+1.ask.-.en", values: { question: "lost phone" } }],
    ["bare commands", { kind: "open" }],
  ] as const)("is met the same way whatever it is: %s", async (_, input) => {
    const { assistant, claimed } = openSmall();
    const outcomes = await flood(assistant, 100, (index) => ask(`e${index}`, "", { input }));
    expect(count(outcomes.map(heard), limits.person)).toBe(1);
    expect(claimed.length).toBe(rates.person.burst);
  });
});

describe("a person in a panic", () => {
  it("who presses ten buttons in a row, twice, is answered each time", async () => {
    const { assistant } = openSmall();
    const outcomes = await flood(assistant, 20, (index) =>
      ask(`e${index}`, "", { input: { kind: "press", token: "1.home.-.en" } }),
    );
    expect(outcomes.every(({ reply }) => reply.kind === "answer")).toBe(true);
  });

  it("who goes on at half a minute's pace for an hour is never limited", async () => {
    const { assistant, clock } = openSmall();
    for (let index = 0; index < 120; index++) {
      clock.now += minute / 2;
      expect((await assistant.handle(ask(`e${index}`, "my phone is lost"))).reply.kind).toBe("answer");
    }
  });
});

describe("an event that is told again", () => {
  it("counts once, and is recognised also while its person is over the limit", async () => {
    const { assistant } = openSmall();
    for (let time = 0; time < 200; time++) await answered(assistant, ask("same", "my phone is lost"));
    expect((await assistant.handle(ask("next", "my phone is lost"))).reply.kind).toBe("answer");
    await flood(assistant, 100, (index) => ask(`e${index}`, "my phone is lost"));
    expect(heard(await assistant.handle(ask("same", "my phone is lost")))).toBe("the event is done");
  });

  it("because the store did not take it, is answered then", async () => {
    let isFull = true;
    const inner = createMemoryStore(() => noon);
    const claim: typeof inner.claim = async (...given) => {
      if (isFull) throw new Error("the disk is full");
      return inner.claim(...given);
    };
    const assistant = createSmallAssistant({ ...inner, claim });
    const events = Array.from({ length: rates.person.burst }, (_, index) => ask(`e${index}`, "lost phone"));
    for (const event of events) expect((await assistant.handle(event)).stored).toBe(false);
    isFull = false;
    for (const event of events) expect((await assistant.handle(event)).stored).toBe(true);
  });
});

const inChannel = (index: number, others: Partial<Incoming> = {}): Partial<Incoming> => ({
  person: `p${index}`,
  conversation: `chat/C1/${index}`,
  channel: "chat/C1",
  place: "channel",
  ...others,
});

describe("a channel in which too much is asked at once", () => {
  it("is told so once, then left alone, while direct messages and other channels are answered", async () => {
    const { assistant } = openSmall();
    const all = await flood(assistant, 400, (index) => ask(`e${index}`, "lost phone", inChannel(index)));
    expect(count(all.map(heard), limits.channel)).toBe(1);
    expect(all.filter(({ reply }) => reply.kind === "answer").length).toBe(rates.channel.burst + 1);
    expect((await assistant.handle(ask("dm", "lost phone", { person: "p9" }))).reply.kind).toBe("answer");
    const elsewhere = ask("other", "lost phone", { ...inChannel(9), channel: "chat/C2" });
    expect((await assistant.handle(elsewhere)).reply.kind).toBe("answer");
  });

  it("without addressing the bot is not even looked at, without a word", async () => {
    const { assistant, claimed } = openSmall();
    const all = await flood(assistant, 400, (index) =>
      ask(`e${index}`, "lunch?", inChannel(index, { addressed: false })),
    );
    expect(all.every(({ reply }) => reply.kind === "silence")).toBe(true);
    expect(claimed.length).toBe(rates.overheardChannel.burst);
  });

  it("hears no more than so many answers that nobody asked the bot for", async () => {
    const clock = { now: noon };
    const assistant = startOurs({ now: () => clock.now });
    const unasked = (id: string, index: number) =>
      assistant.handle(
        ask(
          id,
          "I lost my phone and can't get the AWS MFA code for the root user",
          inChannel(index, { addressed: false, mode: "all" }),
        ),
      );
    const kinds: string[] = [];
    for (let index = 0; index < 60; index++) kinds.push((await unasked(`e${index}`, index)).reply.kind);
    expect(count(kinds, "answer")).toBe(rates.unasked.burst);
    clock.now += 3 * minute;
    expect((await unasked("later", 99)).reply.kind).toBe("answer");
  });
});

describe("chat that nobody addresses to the bot", () => {
  it("takes nothing from what its author may ask", async () => {
    const { assistant } = openSmall();
    await flood(assistant, 100, (index) => ask(`e${index}`, "lunch?", { ...inChannel(1), addressed: false }));
    expect((await assistant.handle(ask("asked", "lost phone", inChannel(1)))).reply.kind).toBe("answer");
  });
});
