import { describe, expect, it } from "vitest";
import type { Form } from "../../src/answer/form.ts";
import { wordsOf } from "../../src/answer/text.ts";
import type { Drafts } from "../../src/cases/draft.ts";
import type { Entry } from "../../src/knowledge/entry.ts";
import { ourKnowledge } from "../support/our-knowledge.ts";
import { answerOf, caseEntries, copiesIn, leadsElsewhere, press, submit, turn } from "./submission.ts";

type Answers = Readonly<Record<string, string>>;

function entryOf(id: string): Entry {
  return ourKnowledge.find(id) ?? fail(id);
}

function fail(id: string): never {
  throw new Error(`our knowledge has no ${id}`);
}

/** Answers for every field: the given ones, else the first option that leads to a draft, and no free text. */
const answersWith = (entry: Entry, given: Answers) => (form: Form) =>
  Object.fromEntries(
    form.fields.map((field) => {
      const options = "options" in field ? field.options.map(({ id }) => id) : [];
      const usual = options.find((option) => !leadsElsewhere(entry, field.id, option)) ?? "";
      return [field.id, given[field.id] ?? usual];
    }),
  );

/** What a person sees who answers so. */
function told(id: string, given: Answers) {
  const entry = entryOf(id);
  const step = submit(entry, answersWith(entry, given));
  const drafts = step.drafts === "none" ? undefined : step.drafts;
  return { entry, answer: answerOf(step), drafts: drafts as Drafts };
}

/** The draft that is sent, after what was not tried yet was passed over. */
function draftWith(id: string, given: Answers) {
  const { entry, drafts } = told(id, given);
  const [subject = "", description = ""] = copiesIn(answerOf(press("case", entry, drafts)));
  return { subject, description };
}

function doorWith(id: string, given: Answers): string | undefined {
  const { entry, drafts } = told(id, given);
  const [form] = answerOf(press("door", entry, drafts)).buttons;
  return form?.kind === "link" ? form.url : undefined;
}

const console = /console\.aws\.amazon\.com\/support/;
const publicForm = /contacts\/aws-account-support/;
const mfaForm = /contacts\/aws-mfa-support/;

describe("the door of a case", () => {
  it.each([
    ["reactivate-suspended-account", { "can-sign-in": "no" }, publicForm],
    ["reactivate-suspended-account", { "can-sign-in": "yes" }, console],
    ["identity-check-on-hold", { "can-sign-in": "no" }, publicForm],
    ["account-compromised", { "can-sign-in": "no" }, publicForm],
    ["change-root-email-or-owner", { "can-sign-in": "no" }, publicForm],
    ["manage-account", { "can-sign-in": "no" }, publicForm],
    ["contact-billing", { "can-sign-in": "no" }, publicForm],
    ["contact-billing", { "kind-of-user": "no-account" }, publicForm],
    ["unexpected-charges", { "charge-cause": "no-account" }, publicForm],
    ["unexpected-charges", { "can-sign-in": "sometimes" }, console],
    ["create-support-case", { "help-with": "bill", "can-sign-in": "no" }, publicForm],
    ["create-support-case", { "help-with": "mfa", "can-sign-in": "no" }, mfaForm],
    ["contact-support-signin", { "kind-of-user": "root", "sign-in-fails": "mfa" }, mfaForm],
    ["contact-support-signin", { "kind-of-user": "unknown", "sign-in-fails": "mfa" }, publicForm],
    ["close-account", { "locked-by": "mfa" }, mfaForm],
    ["close-account", { "locked-by": "password" }, publicForm],
    ["support-case-without-reply", { "can-sign-in": "yes" }, console],
    ["support-case-without-reply", { "can-sign-in": "no" }, publicForm],
  ])("of %s follows %j", (id, given, url) => {
    expect(doorWith(id, given)).toMatch(url);
  });
});

describe("the subject of a case", () => {
  it.each([
    [
      "support-case-without-reply",
      { "case-number": "172345678900123" },
      "No answer to my support case 172345678900123",
    ],
    ["support-case-without-reply", { "case-answer": "receipt" }, "No answer to my support case"],
    [
      "reactivate-suspended-account",
      { "account-state": "suspended" },
      "My AWS account is suspended, please help me get it back",
    ],
    [
      "account-compromised",
      { "compromise-sign": "key-exposed" },
      "AWS account may be compromised: an access key was exposed",
    ],
    [
      "account-compromised",
      { "compromise-sign": "aws-told,charges,key-exposed" },
      "AWS account may be compromised: charges that I cannot explain",
    ],
    ["contact-billing", { "bill-topic": "credits" }, "Credits are missing from my AWS bill"],
    ["mfa-lost-or-broken", { "mfa-happened": "stolen" }, "Root user MFA device stolen, cannot sign in"],
    ["forgot-root-password", { "reset-result": "security-check" }, "Cannot reset the root user password"],
  ])("of %s tells %j", (id, given, subject) => {
    expect(draftWith(id, given).subject).toBe(subject);
  });
});

describe("who can't be helped by AWS Support", () => {
  const message = "1.message-other";
  it.each([
    ["mfa-codes-refused", { "kind-of-user": "iam" }, "mfa-lost-iam-user"],
    ["mfa-codes-refused", { "kind-of-user": "portal" }, "mfa-lost-identity-center"],
    ["mfa-required-at-sign-in", { "kind-of-user": "iam" }, "mfa-required-at-sign-in"],
    ["mfa-required-at-sign-in", { "kind-of-user": "portal" }, "mfa-required-at-sign-in"],
    ["console-credentials-not-working", { "kind-of-user": "iam-admin" }, "forgot-iam-user-password"],
    ["contact-support-signin", { "kind-of-user": "iam", "sign-in-fails": "mfa" }, "mfa-lost-iam-user"],
    ["create-support-case", { "kind-of-user": "portal", "help-with": "mfa" }, "mfa-lost-identity-center"],
  ])("and says so in %s with %j gets the message of %s", (id, given, other) => {
    const { answer } = told(id, given);
    const tokens = answer.buttons.flatMap((button) => (button.kind === "press" ? [button.token] : []));
    expect(tokens).toContain(`${message}.${other}.vi.en`);
    expect(copiesIn(answer)).toHaveLength(1);
  });

  it("has the steps that help first if there are any", () => {
    expect(told("contact-support-signin", { "wrote-before": "open" }).answer.title).toBe(
      entryOf("support-case-without-reply").text.vi?.title,
    );
  });
});

describe("after the steps did not help", () => {
  const stuck = (id: string) =>
    answerOf(turn({ kind: "press", token: `1.stuck.${id}.vi` })).buttons.map(({ label }) => label);

  it.each([
    [
      "mfa-codes-refused",
      [
        "IAM user: tin nhắn gửi quản trị viên",
        "AWS access portal (link của công ty): tin nhắn gửi quản trị viên",
      ],
    ],
    ["mfa-required-at-sign-in", ["Tin nhắn gửi quản trị viên"]],
    ["mfa-lost-or-broken", []],
  ])("each kind of user has a door: %s", (id, messages) => {
    expect(stuck(id).filter((label) => /quản trị viên$/.test(label))).toEqual(messages);
  });

  it.each(caseEntries.map(({ id }) => id))("no button of %s stands twice or is too long", (id) => {
    const labels = stuck(id);
    expect(new Set(labels).size).toBe(labels.length);
    expect(labels.filter((label) => label.length > 75)).toEqual([]);
  });
});

describe("what was not tried yet", () => {
  const { answer, entry, drafts } = told("close-account", { "reset-result": "not-tried" });

  it("leads back to its steps before there is a draft", () => {
    expect(copiesIn(answer)).toEqual([]);
    expect(answer.blocks.flatMap((block) => (block.kind === "list" ? block.items.map(wordsOf) : []))).toEqual(
      [ourKnowledge.asks.get("reset-result")?.text.vi?.untried],
    );
    expect(answer.buttons.slice(0, 2)).toMatchObject([
      { token: "1.show.forgot-root-password.vi" },
      { token: "1.case.close-account.vi" },
    ]);
  });

  it("is never said to AWS, not even among the facts", () => {
    const [, description] = copiesIn(answerOf(press("case", entry, drafts)));
    expect(description).not.toMatch(/Forgot password|What I tried|tried/);
  });
});

describe("what a draft holds", () => {
  it("is a place for the account's ID and email, where the form is not signed in to it", () => {
    const lines = [
      "Account ID: [12-digit account ID, if you know it]",
      "Email address of the account: [email address]",
    ];
    const inside = (given: Answers) => {
      const { description } = draftWith("reactivate-suspended-account", given);
      return lines.map((line) => description.includes(line));
    };
    expect(inside({ "can-sign-in": "no" })).toEqual([true, true]);
    expect(inside({ "can-sign-in": "yes" })).toEqual([false, false]);
  });

  it("is the language of own words that are not English", () => {
    const own = (words: string) => draftWith("activation-verification", { "own-words": words }).description;
    expect(own("mình đổi số điện thoại năm ngoái mà quên cập nhật")).toContain(
      "In my own words (in Vietnamese): mình đổi số",
    );
    expect(own("I changed my phone number last year and forgot to update it")).toContain(
      "In my own words: I changed",
    );
  });

  it("is a company's domain, and no public mail provider's", () => {
    const domain = (words: string) =>
      draftWith("forgot-root-password", { "email-domain": words }).description;
    expect(domain("lan@acme.io")).toContain("The root user's email address is in the domain acme.io.");
    expect(domain("Gmail.com")).not.toMatch(/gmail|domain/);
  });

  it.each([
    ["mfa-lost-or-broken", { since: "days" }, "This started a few days before November 20, 2026."],
    ["unexpected-charges", { "bill-month": "last" }, "It is on the October 2026 bill."],
    ["unexpected-charges", { "bill-month": "this" }, "It is on the November 2026 bill."],
    [
      "close-account",
      { "last-sign-in": "months" },
      "I could last sign in more than a month before November 20, 2026.",
    ],
  ])("are dates: %s with %j", (id, given, sentence) => {
    expect(draftWith(id, given).description.split("\n")).toContain(sentence);
  });

  it("are Regions, times and resources of a hacked account", () => {
    const { description } = draftWith("account-compromised", {
      "seen-regions": "us-east-1",
      "seen-at": "Nov 18, 20:00 (UTC+7)",
      "seen-resources": "i-0abc1234def567890",
    });
    expect(description).toContain("AWS Regions: us-east-1.");
    expect(description).toContain("The time, as exactly as I know: Nov 18, 20:00 (UTC+7).");
    expect(description).toContain("What is not mine: i-0abc1234def567890.");
  });

  it("is AWS's page by its own title, and none once something was not tried", () => {
    const { entry, drafts } = told("mfa-lost-or-broken", {});
    const tried = (answers: Answers) => {
      const draft = drafts[entry.id] ?? fail(entry.id);
      const changed = {
        [entry.id]: { ...draft, tried: [entry.id], answers: { ...draft.answers, ...answers } },
      };
      return copiesIn(answerOf(press("case", entry, changed))).join();
    };
    const page = `- I used AWS's page "Recover an MFA protected identity in IAM" (https://docs.aws.amazon.com/`;
    expect(tried({})).toContain(page);
    expect(tried({ "other-factors": "not-tried" })).not.toContain(page);
  });
});

describe.each(caseEntries.map((entry) => [entry.id, entry] as const))("the draft of %s", (id, entry) => {
  const last = (form: Form) =>
    Object.fromEntries(
      form.fields.map((field) => {
        const options = "options" in field ? field.options.map((option) => option.id) : [];
        return [field.id, options.findLast((option) => !leadsElsewhere(entry, field.id, option)) ?? ""];
      }),
    );

  it.each([
    ["the first answers", answersWith(entry, {})],
    ["the last answers", last],
  ])("says nothing twice and nothing empty with %s", (_, values) => {
    const step = submit(entry, values);
    const [subject = "", description = ""] = copiesIn(answerOf(step));
    const lines = description.split("\n").filter((line) => line !== "");
    expect(new Set(lines).size).toBe(lines.length);
    expect(lines.filter((line) => /^-?\s*$|^What I tried:$/.test(line))).toHaveLength(
      description.includes("What I tried:") ? 1 : 0,
    );
    expect(`${subject}\n${description}`).not.toMatch(
      /\{|\}|other steps|something else about|I do not know which kind/,
    );
    expect(id).not.toBe("");
  });

  it("never asks for a card's digits or an address, and says to have them ready", () => {
    const { answer } = told(id, {});
    const notes = answer.blocks.flatMap((block) => (block.kind === "note" ? [wordsOf(block.text)] : []));
    expect(notes.join()).toMatch(/4 số cuối.*địa chỉ thanh toán/);
  });
});
