import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Incoming } from "../../src/platform/incoming.ts";
import { findMissed, type PastMessage, type PastPlace } from "../../src/platform/past-message.ts";

interface Event {
  readonly incoming: Incoming;
}

const people = ["ana", "bo", "cy"];
const places: readonly PastPlace[] = ["private", "thread", "channel"];

/** A message as drawn by chance. */
const drawn = fc.record({
  author: fc.constantFrom(...people, "a bot"),
  minutes: fc.nat(30),
  speaksTo: fc.subarray(people),
  isBeginning: fc.boolean(),
  isForBot: fc.boolean(),
  addressed: fc.boolean(),
  text: fc.constantFrom("a question?", "a remark"),
});

type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;

function toHistory(all: readonly Drawn[]): readonly PastMessage<Event>[] {
  let at = 0;
  return all.map(({ author, minutes, isForBot, addressed, isBeginning, ...shown }, index) => {
    at += minutes * 60_000;
    const isByPerson = people.includes(author);
    const incoming: Incoming = {
      id: String(index),
      address: { adapter: "test", data: "" },
      conversation: isBeginning ? `c${index}` : "c",
      person: author,
      addressed,
      ...(!addressed && { mode: "questions" }),
      place: "channel",
      input: { kind: "question", text: shown.text, hasPicture: false },
    };
    const event = isForBot && isByPerson ? { incoming } : undefined;
    return { at, author, isByPerson, isAnswered: false, isBeginning, event, ...shown };
  });
}

const isQuestion = (text: string) => text.endsWith("?");

describe("what is found of a history", () => {
  it("is each message for the bot at most once, in order, rows being of one person", () => {
    fc.assert(
      fc.property(fc.array(drawn, { maxLength: 12 }), fc.constantFrom(...places), (all, place) => {
        const found = findMissed(toHistory(all), { place, isQuestion });
        const rows = found.map((one) => (one.kind === "answer" ? [...one.earlier, one.event] : [one.event]));
        const ids = rows.flat().map(({ incoming }) => Number(incoming.id));
        expect(ids).toEqual(ids.toSorted((one, other) => one - other));
        expect(new Set(ids).size).toBe(ids.length);
        for (const row of rows) expect(new Set(row.map(({ incoming }) => incoming.person)).size).toBe(1);
      }),
    );
  });

  it("leaves out nothing in direct messages, and in threads only answers before somebody else's words", () => {
    fc.assert(
      fc.property(fc.array(drawn, { maxLength: 12 }), (all) => {
        const history = toHistory(all);
        const forBot = history.filter(({ event }) => event).length;
        const count = (place: PastPlace) =>
          findMissed(history, { place, isQuestion }).reduce(
            (sum, one) => sum + (one.kind === "answer" ? one.earlier.length + 1 : 1),
            0,
          );
        expect(count("private")).toBe(forBot);
        expect(count("thread")).toBe(forBot);
        for (const one of findMissed(history, { place: "thread", isQuestion })) {
          if (one.kind !== "answer") continue;
          const later = history.slice(Number(one.event.incoming.id) + 1);
          const others = later.filter(
            ({ author, isByPerson }) => isByPerson && author !== one.event.incoming.person,
          );
          expect(others).toEqual([]);
        }
      }),
    );
  });
});
