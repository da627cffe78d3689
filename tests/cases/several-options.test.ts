import { describe, expect, it } from "vitest";
import type { Drafts } from "../../src/cases/draft.ts";
import type { Entry } from "../../src/knowledge/entry.ts";
import { ourKnowledge } from "../support/our-knowledge.ts";
import { answerOf, copiesIn, meaningsIn, press, submit, turn } from "./submission.ts";

const entry = entryOf("account-compromised");

function entryOf(id: string): Entry {
  const found = ourKnowledge.find(id);
  if (!found) throw new Error(`there is no entry ${id}`);
  return found;
}

/** The first options of all questions, but for what was secured. */
function draftWith(secured: string): Drafts {
  const step = submit(entry, ({ fields }) => {
    const first = fields.map((field) => [field.id, "options" in field ? (field.options[0]?.id ?? "") : ""]);
    return { ...Object.fromEntries(first), "secure-tried": secured };
  });
  if (step.drafts === undefined || step.drafts === "none") throw new Error("there is no draft");
  return step.drafts;
}

const descriptionOf = (drafts: Drafts) => copiesIn(answerOf(press("case", entry, drafts)))[1] ?? "";

/** The field of what was secured, in the form that asks for it. */
function fieldIn(drafts: Drafts) {
  const first = press("fill", entry, drafts);
  const forms = [first];
  for (let step = first; step.reply.kind === "form"; ) {
    const { fields, token } = step.reply.form;
    const values = Object.fromEntries(fields.map(({ id, value = "" }) => [id, value]));
    step = turn({ kind: "submit", token, values }, drafts);
    forms.push(step);
  }
  return forms
    .flatMap(({ reply }) => (reply.kind === "form" ? reply.form.fields : []))
    .find(({ id }) => id === "secure-tried");
}

describe("several options of one question", () => {
  it("become a sentence each, in the order of the question", () => {
    expect(descriptionOf(draftWith("keys,password"))).toContain(
      "- I changed the root user password.\n- I deactivated the access keys that were exposed or unknown.",
    );
  });

  it("are shown to the person as one answer", () => {
    const answer = answerOf(press("case", entry, draftWith("password,mfa")));
    expect(meaningsIn(answer)).toContain(
      "Bạn đã làm gì để bảo vệ tài khoản? Đổi mật khẩu root user; Thêm MFA cho root user",
    );
  });

  it("stand in the form again when it is opened anew", () => {
    expect(fieldIn(draftWith("mfa,password"))).toMatchObject({ kind: "choices", value: "password,mfa" });
  });

  it("say that something was tried if one of them does", () => {
    expect(descriptionOf(draftWith("none,mfa"))).toContain("- I added MFA for the root user.");
    const untried = press("case", entry, draftWith("none"));
    expect(descriptionOf(draftWith("none"))).not.toContain("MFA for the root user");
    expect(untried.reply.kind).toBe("answer");
  });

  it("are asked for again if one is unknown", () => {
    const token = "+1.fill.account-compromised.vi";
    const opened = turn({ kind: "press", token });
    if (opened.reply.kind !== "form") throw new Error("no form");
    const values = Object.fromEntries(opened.reply.form.fields.map(({ id }) => [id, ""]));
    const wrong = turn({ kind: "submit", token, values: { ...values, "compromise-sign": "users,aliens" } });
    expect(wrong.reply).toMatchObject({ kind: "invalid", errors: { "compromise-sign": expect.any(String) } });
  });

  it("are read from a draft that was begun when one option said them together", () => {
    const [id = "", draft] = Object.entries(draftWith("password"))[0] ?? [];
    if (!draft) throw new Error("there is no draft");
    const before: Drafts = {
      [id]: { ...draft, answers: { ...draft.answers, "secure-tried": "password-mfa" } },
    };
    expect(descriptionOf(before)).toContain("password.\n- I added MFA for the root user.");
  });
});
