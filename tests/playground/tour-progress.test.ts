import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { languages } from "../../playground/client/page-strings.ts";
import { advance, type TourProgress, tourSteps } from "../../playground/client/tour/progress.ts";
import type { TurnRecord } from "../../playground/server/core-view.ts";
import { stringsOf } from "../../src/knowledge/knowledge.ts";
import { ourKnowledge } from "../support/our-knowledge.ts";

type Part = Partial<Pick<TurnRecord, "person" | "at" | "input" | "facts" | "passesOn" | "endedAt">>;

function turn(part: Part): TurnRecord {
  return {
    id: `${part.at}`,
    platform: "slack",
    person: "alex",
    at: 0,
    input: { kind: "question", text: "" },
    reply: { kind: "answer", audience: "all" },
    passesOn: false,
    why: undefined,
    outcome: undefined,
    entry: undefined,
    candidates: [],
    scope: undefined,
    facts: [],
    steps: [],
    endedAt: 1,
    ...part,
  };
}

const fact = (kind: "answered" | "stuck" | "solved") => ({ kind, entry: "x", locale: "en" }) as const;
const press = (action: string) => ({ kind: "press", token: `1.${action}.x.en` }) as const;
const begun: TourProgress = { asker: "alex", at: 0, since: 100 };

/** The long way, each turn a while after the one before. */
const longWay = [
  turn({ at: 101, facts: [fact("answered")] }),
  turn({ at: 102, input: press("stuck"), facts: [fact("stuck")] }),
  turn({ at: 103, input: press("team"), facts: [{ kind: "handed-over", locale: "en" }], passesOn: true }),
  turn({ at: 104, person: "sam", input: press("take"), passesOn: true }),
  turn({ at: 105, person: "sam", passesOn: true }),
  turn({ at: 106, input: press("solved"), facts: [fact("solved")] }),
];

const stepAfter = (turns: readonly TurnRecord[], person: "alex" | "sam" = "alex", unreadByAsker = 0) =>
  tourSteps[advance(begun, { turns, person, unreadByAsker }).at];

describe("the tour", () => {
  it("goes on with each thing that really happened", () => {
    expect(stepAfter([])).toBe("ask");
    expect(stepAfter(longWay.slice(0, 1))).toBe("stuck");
    expect(stepAfter(longWay.slice(0, 2))).toBe("team");
    expect(stepAfter(longWay.slice(0, 3))).toBe("helper");
    expect(stepAfter(longWay.slice(0, 3), "sam")).toBe("take");
    expect(stepAfter(longWay.slice(0, 4), "sam")).toBe("answer");
    expect(stepAfter(longWay.slice(0, 5), "sam")).toBe("read");
  });

  it("remembers where the question was asked", () => {
    const asked = turn({ at: 101, facts: [fact("answered")] });
    const events = { turns: [{ ...asked, platform: "discord" }], person: "alex", unreadByAsker: 0 } as const;
    expect(advance(begun, events)).toEqual({ asker: "alex", at: 1, since: 101, platform: "discord" });
  });

  it("waits until the asker has looked at the answer", () => {
    const read: TourProgress = { asker: "alex", at: tourSteps.indexOf("read"), since: 105 };
    const events = { turns: longWay.slice(0, 5), unreadByAsker: 1 };
    expect(advance(read, { ...events, person: "alex" }).at).toBe(read.at);
    expect(advance(read, { ...events, person: "sam", unreadByAsker: 0 }).at).toBe(read.at);
    expect(advance(read, { ...events, person: "alex", unreadByAsker: 0 }).at).toBe(read.at + 1);
  });

  it("takes no notice of others, of what was before it, and of what is still being sent", () => {
    expect(stepAfter([turn({ at: 101, person: "linh", facts: [fact("answered")] })])).toBe("ask");
    expect(stepAfter([turn({ at: 99, facts: [fact("answered")] })])).toBe("ask");
    expect(stepAfter([turn({ at: 101, facts: [fact("answered")], endedAt: undefined })])).toBe("ask");
    expect(stepAfter([turn({ at: 101, facts: [{ kind: "declined", locale: "en" }] })])).toBe("ask");
    // What the team says to itself is not passed on.
    const unsent = turn({ at: 105, person: "sam", passesOn: false });
    expect(stepAfter([...longWay.slice(0, 4), unsent], "sam")).toBe("answer");
  });

  it("does not skip a step, whatever happens in whatever order, and never goes back", () => {
    const anyTurn = fc.record({
      person: fc.constantFrom("alex", "sam", "linh"),
      at: fc.integer({ min: 90, max: 120 }),
      input: fc.constantFrom(press("team"), press("take"), { kind: "question", text: "?" } as const),
      facts: fc.subarray([fact("answered"), fact("stuck"), fact("solved")]),
      passesOn: fc.boolean(),
    });
    const events = fc.record({
      turns: fc.array(anyTurn.map(turn)),
      person: fc.constantFrom("alex" as const, "sam" as const),
      unreadByAsker: fc.nat({ max: 2 }),
    });
    fc.assert(
      fc.property(fc.array(events, { maxLength: 8 }), (all) => {
        let progress = begun;
        for (const one of all) {
          const next = advance(progress, one);
          expect(next.at).toBeGreaterThanOrEqual(progress.at);
          expect(next.at).toBeLessThanOrEqual(tourSteps.length);
          expect(next.since).toBeGreaterThanOrEqual(progress.since);
          expect(advance(next, one)).toEqual(next);
          expect(advance(progress, { ...one, turns: one.turns.toReversed() })).toEqual(next);
          progress = next;
        }
      }),
    );
  });

  it.each(["en", "vi"] as const)("names the buttons as the bot does: %s", (locale) => {
    const { tour } = languages[locale];
    const { buttons } = stringsOf(ourKnowledge, locale);
    const names = { asker: "", helper: "" };
    expect(tour.steps.stuck.what(names)).toContain(`“${buttons.stuck}”`);
    expect(tour.steps.team.what(names)).toContain(`“${buttons.askTeam}”`);
    expect(tour.steps.solved.what(names)).toContain(`“${buttons.solved}”`);
    // The team is written to in the default language.
    expect(tour.steps.take.what(names)).toContain(`“${stringsOf(ourKnowledge, "en").buttons.take}”`);
  });
});
