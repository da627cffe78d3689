import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Entry } from "../../src/knowledge/entry.ts";
import { createKnowledge } from "../../src/knowledge/knowledge.ts";
import type { Match } from "../../src/matching/match.ts";
import { createMatcher } from "../../src/matching/matcher.ts";

const pack = {
  "lost-phone": [
    "i lost my phone with the authenticator app",
    "my phone broke and i cannot get the mfa code",
    "new phone and no authenticator any more",
    "mfa device is gone",
    "the authenticator app was deleted",
    "my phone was stolen yesterday",
    "no mfa code since i changed phones",
    "where do i get a code without my phone",
  ],
  "forgot-password": [
    "i forgot my password",
    "cant remember the password of the root user",
    "how do i reset the password",
    "password reset link never arrives",
    "it says wrong password every time",
    "i need a new password",
    "the password was changed by somebody",
    "forgot password of my login",
  ],
  "close-account": [
    "how do i close the account",
    "i want to delete my aws account for good",
    "cancel everything and shut the account down",
    "closing an account we no longer need",
    "please terminate our account",
    "stop the account so that nothing is billed",
    "account should be closed today",
    "remove my account permanently",
  ],
};
const empty = { body: [], stillStuck: [], message: "", administrator: [], options: {} };
const said = { folder: "", source: [], related: [], formerly: [] };

function entry(id: string, phrases: readonly string[]): Entry {
  return { ...said, id, kind: "answer", text: { en: { ...empty, title: id, short: id, phrases } } };
}

const signIn = ["i cannot sign in", "sign in does not work", "locked out", "login problem", "unable to log in"];
const choice: Entry = {
  ...entry("cannot-sign-in", signIn),
  kind: "choice",
  options: ["lost-phone", "forgot-password"],
};
const knowing = (entries: readonly Entry[]) => createKnowledge({ entries, languages: ["en"] });
const knowledge = knowing([...Object.entries(pack).map(([id, phrases]) => entry(id, phrases)), choice]);
const ids = knowledge.entries.map(({ id }) => id);
const match = createMatcher(knowledge);

/** What holds of every match over the pack, whatever was asked. */
function expectValid({ candidates, ...made }: Match): void {
  expect(candidates.map(({ entry }) => entry).sort()).toEqual(ids);
  const confidences = candidates.map(({ confidence }) => confidence);
  expect(confidences).toEqual([...confidences].sort((a, b) => b - a));
  for (const confidence of confidences) expect(confidence >= 0 && confidence <= 1).toBe(true);
  expect(confidences.reduce((sum, confidence) => sum + confidence, 0)).toBeLessThan(1 + 1e-9);
  if (made.outcome === "answer") expect(made.entry).toBe(candidates[0]?.entry);
  if (made.outcome === "choice") expect(made.entry).toBe("cannot-sign-in");
  if (made.outcome === "suggest") {
    expect(made.entries).toEqual(candidates.slice(0, 3).map(({ entry }) => entry));
  }
}

describe("a question", () => {
  for (const q of ["i lost my phone", "my phnoe was stoln", "LOST MY PHONE!!!", "i forgott the pasword", "forgot password", "how can i delete the acount", "I cannot sign in", "log in problem", "hello", "pizza recipe", "i lost my phone and forgot my password", "account", "qwertz uiop", "the", "what is the weather in hanoi today"])
    it(q, () => { console.log(q, JSON.stringify(match(q))); });
});
