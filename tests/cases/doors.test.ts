import { describe, expect, it } from "vitest";
import { writeToken } from "../../src/answer/token.ts";
import { caseFor } from "../../src/cases/choose-variant.ts";
import type { Drafts } from "../../src/cases/draft.ts";
import { escalationOf } from "../../src/conversation/replies/show-escalation.ts";
import { newState } from "../../src/conversation/state.ts";
import { textOf } from "../../src/knowledge/knowledge.ts";
import { ourKnowledge, ourResponder } from "../support/our-knowledge.ts";
import { answerOf, caseEntries, copiesIn, meaningsIn, press, submit, turn } from "./submission.ts";

const { converse } = ourResponder;
const labelsOf = (answer: ReturnType<typeof answerOf>) => answer.buttons.map(({ label }) => label);
const { buttons } = ourKnowledge.strings.get("vi") ?? fail();

function fail(): never {
  throw new Error("Vietnamese is not spoken");
}

describe.each(caseEntries.map((entry) => [entry.id, entry] as const))("%s, in Vietnamese", (_, entry) => {
  const escalation = escalationOf(entry);
  if (escalation?.to !== "aws-case") throw new Error("no case");
  const told = submit(entry, (form) =>
    Object.fromEntries(
      form.fields.map((field) => [field.id, "options" in field ? (field.options[0]?.id ?? "") : ""]),
    ),
  );
  const draft = answerOf(told);
  const drafts = told.drafts as Drafts;

  it("becomes a case in English, from choices alone", () => {
    const [subject, description = ""] = copiesIn(draft);
    expect(subject).toBe(caseFor(escalation, drafts[entry.id]?.answers ?? {}).subject);
    expect(description.startsWith(escalation.problem.trim())).toBe(true);
    expect(description.endsWith(escalation.request.trim())).toBe(true);
    expect(description).not.toMatch(/[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệ{}]/);
    expect(description).toMatch(/20(26)|remember/);
  });

  it("says what each part of it means", () => {
    const { case: meaning } = textOf(entry, "vi");
    expect(meaningsIn(draft)).toEqual(
      expect.arrayContaining([meaning?.subject, meaning?.problem, meaning?.request]),
    );
    expect(labelsOf(draft)).toEqual([
      buttons.goOn,
      buttons.editDraft,
      buttons.changeAnswers,
      buttons.forgetDraft,
      "English",
    ]);
  });

  it("goes through its door with both texts beside the step that takes them, and the form's page", () => {
    const door = answerOf(press("door", entry, drafts));
    expect(copiesIn(door)).toEqual(copiesIn(draft));
    expect(door.buttons[0]?.kind).toBe("link");
    expect(labelsOf(door)).toContain(buttons.sent);
  });

  it("shows the draft to nobody else in a channel", () => {
    const token = writeToken({ action: "case", entry: entry.id, locale: "vi" });
    expect(turn({ kind: "press", token }, drafts, "channel").reply).toMatchObject({ audience: "asker" });
  });

  it("is forgotten when asked to", () => {
    expect(press("forget", entry, drafts).drafts).toBe("none");
  });
});

const toAdministrators = ourKnowledge.entries.filter((entry) => escalationOf(entry)?.to === "administrator");

describe.each(toAdministrators.map((entry) => [entry.id, entry] as const))("%s", (_, entry) => {
  it.each(ourKnowledge.languages)(
    "gives a message to the administrator in %s, with the place and AWS's page",
    (locale) => {
      const token = writeToken({ action: "message", entry: entry.id, locale });
      const step = converse(newState, {
        id: "e1",
        address: { adapter: "terminal", data: "" },
        person: "huy",
        addressed: true,
        place: "private",
        now: 0,
        locale,
        input: { kind: "press", token },
      });
      const [message = ""] = copiesIn(answerOf(step));
      expect(message).toContain("https://");
      expect(message.length).toBeGreaterThan(60);
      expect(textOf(entry, locale).administrator.length).toBeGreaterThan(0);
    },
  );
});
