import { expect, it } from "vitest";
import { draftsSchema } from "../../src/cases/draft.ts";
import { stateSchema } from "../../src/conversation/state.ts";
import { ourKnowledge } from "../support/our-knowledge.ts";
import { answerOf, copiesIn, press, turn } from "./submission.ts";

const at = Date.UTC(2026, 10, 18);

function entryOf(id: string) {
  const entry = ourKnowledge.find(id);
  if (!entry) throw new Error(`our knowledge has no ${id}`);
  return entry;
}

/** As it was kept before questions and options changed. */
const kept = draftsSchema.parse({
  "mfa-lost-or-broken": {
    at,
    tried: ["mfa-lost-or-broken"],
    answers: {
      "mfa-device": "app",
      "mfa-happened": "lost",
      since: "days",
      "other-factors": "call",
      "other-device": "none",
      "email-domain": "gmail.com",
      "own-words": "mình mất điện thoại",
    },
  },
  "reactivate-suspended-account": {
    at,
    tried: [],
    answers: { invoices: "none-due", "kind-of-user": "gone-option", since: "weeks", "aws-asked": "answered" },
  },
});

it("a draft from before is shown as the sentences are now", () => {
  const [, description = ""] = copiesIn(answerOf(press("case", entryOf("mfa-lost-or-broken"), kept)));
  expect(description).toContain("This started a few days before November 18, 2026.");
  expect(description).toContain("In my own words: mình mất điện thoại");
  expect(description).not.toContain("gmail");
});

it("an option that is gone is asked again, and the other answers stand", () => {
  const entry = entryOf("reactivate-suspended-account");
  expect(copiesIn(answerOf(press("door", entry, kept)))).toEqual([]);
  const { reply } = press("fill", entry, kept);
  if (reply.kind !== "form") throw new Error("no form");
  const values = Object.fromEntries(reply.form.fields.map(({ id, value }) => [id, value]));
  expect(values).toMatchObject({ invoices: "none-due", "kind-of-user": undefined });
});

it("a text that the person edited stays as it is, whatever the answers lead to", () => {
  const entry = entryOf("mfa-codes-refused");
  const edited = { subject: "My MFA", description: "It fails." };
  const drafts = { [entry.id]: { at, tried: [], answers: { "kind-of-user": "iam" }, edited } };
  expect(copiesIn(answerOf(press("case", entry, drafts)))).toEqual(["My MFA", "It fails."]);
});

it.each([
  ["1.case.mfa-lost-or-broken.vi", 2],
  ["1.door.mfa-lost-or-broken.vi", 2],
  ["1.sent.mfa-lost-or-broken.vi", 0],
])("the old button %s works", (token, copies) => {
  expect(copiesIn(answerOf(turn({ kind: "press", token }, kept)))).toHaveLength(copies);
});

it("a state from before tells nothing of the kind of user", () => {
  expect(stateSchema.parse({ entry: "mfa-codes-refused", progress: "stuck" }).told).toEqual({});
});
