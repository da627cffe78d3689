import { describe, expect, it } from "vitest";
import type { Answer } from "../../src/answer/answer.ts";
import { wordsOf } from "../../src/answer/text.ts";
import type { Handover } from "../../src/cases/handover.ts";
import { createReplyContext } from "../../src/conversation/replies/context.ts";
import { showDraft } from "../../src/conversation/replies/show-case.ts";
import { caseEntryOf } from "../../src/conversation/replies/show-escalation.ts";
import { showHandover } from "../../src/conversation/replies/show-handover.ts";
import { tellTeamWhoHasIt } from "../../src/conversation/replies/show-team.ts";
import { tellPerson, tellPersonOfTaker } from "../../src/conversation/replies/tell-person.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { ourKnowledge } from "../support/our-knowledge.ts";
import { trilingualPack } from "../support/spanish.ts";
import { writeFiles } from "../support/temporary.ts";

const at = Date.UTC(2026, 10, 29, 14, 5, 30);
const en = createReplyContext(ourKnowledge, "en", true);
const vi = createReplyContext(ourKnowledge, "vi", true);
const spanish = () => createReplyContext(loadKnowledge(writeFiles(trilingualPack)), "es", true);

const handover: Handover = {
  id: "h",
  person: "minh",
  name: "Minh",
  locale: "vi",
  address: { adapter: "terminal", data: "" },
  isClosed: false,
};
const taken: Handover = { ...handover, taker: { person: "tina", name: "Tina", at } };

/** The paragraphs, with their times where these can't be shown in the reader's zone. */
const paragraphsOf = ({ blocks }: Answer) =>
  blocks.flatMap((block) => (block.kind === "paragraph" ? [wordsOf(block.text)] : []));
const timesIn = ({ blocks }: Answer) =>
  blocks.flatMap((block) =>
    block.kind === "paragraph" ? block.text.flatMap((span) => (span.kind === "time" ? [span.at] : [])) : [],
  );

describe("the team reads when a person asked", () => {
  it.each([
    ["English", () => en, "They asked on 29 Nov 2026, 14:05 UTC."],
    ["Vietnamese", () => vi, "Người hỏi gửi lúc 14:05 UTC 29/11/2026."],
    ["another language", spanish, "Preguntó el 29 nov 2026, 14:05 UTC."],
  ])("in %s", (_, context, sentence) => {
    const post = showHandover(context(), { ...handover, at });
    expect(paragraphsOf(post).at(-1)).toBe(sentence);
    expect(timesIn(post)).toEqual([at]);
  });

  it("but nothing where a record of an earlier version lacks it", () => {
    expect(paragraphsOf(showHandover(en, handover))).toEqual([en.strings.team.nobodyYet]);
  });
});

describe("who has it", () => {
  it("is told with since when, to the team, above its thread and to the person", () => {
    for (const tell of [tellTeamWhoHasIt, showHandover, tellPerson]) {
      const answer = tell(en, taken);
      expect(paragraphsOf(answer)[0]).toMatch(
        /^Tina has been looking into .* since 29 Nov 2026, 14:05 UTC\.$/,
      );
      expect(timesIn(answer)).toEqual([at]);
    }
  });

  it("is who closed it, with when, once it is closed", () => {
    const closed = { ...taken, isClosed: true, closer: { person: "tom", name: "Tom", at } };
    expect(paragraphsOf(showHandover(en, closed))[0]).toBe("Tom closed it on 29 Nov 2026, 14:05 UTC.");
    expect(timesIn(showHandover(en, closed))).toEqual([at]);
    const before = { ...taken, isClosed: true };
    expect(paragraphsOf(showHandover(en, before))[0]).toBe("Tina closed it.");
  });

  it("is told without a time when they have just taken it, and where the record lacks the time", () => {
    const old: Handover = { ...handover, taker: { person: "tina", name: "Tina" } };
    const answers = [tellPersonOfTaker(en, taken), tellPerson(en, old), tellTeamWhoHasIt(en, old)];
    expect(answers.flatMap(paragraphsOf)).toEqual([
      "Tina is looking into your question.",
      "Tina is looking into your question.",
      "Tina is looking into it.",
    ]);
  });
});

it("a draft says until when it is kept: seven days after the last answer", () => {
  const entry = ourKnowledge.find("mfa-lost-or-broken") ?? fail();
  const caseEntry = caseEntryOf(entry) ?? fail();
  const page = showDraft(en, caseEntry, { at, answers: {}, tried: [] });
  expect(paragraphsOf(page)[0]).toContain("I'll keep the draft until 6 Dec 2026, 14:05 UTC.");
  expect(timesIn(page)).toEqual([at + 7 * 86_400_000]);
});

function fail(): never {
  throw new Error("the knowledge lacks what this test needs");
}
