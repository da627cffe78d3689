import { expect, it } from "vitest";
import { writeToken } from "../../src/answer/token.ts";
import type { Input } from "../../src/platform/incoming.ts";
import type { Outcome } from "../../src/platform/outcome.ts";
import { startOurs } from "../support/our-assistant.ts";
import { copiesIn } from "./submission.ts";

const day = 86_400_000;
const mfa = [
  { "mfa-device": "app", "mfa-happened": "lost", since: "today", "other-factors": "call" },
  { "other-device": "none", reachable: "any-time", "email-domain": "example.com" },
];
const noReply = [
  { "case-number": "172345678900123", "case-sent": "week", "case-answer": "none", "help-with": "sign-in" },
  { "kind-of-user": "root", "can-sign-in": "no", "case-tried": "replied", "own-words": "" },
];

/** One person in direct messages; the time is the test's. */
function open() {
  let time = Date.UTC(2026, 10, 20);
  let events = 0;
  const { handle } = startOurs({ now: () => time });
  const does = async (input: Input): Promise<Outcome> => {
    events += 1;
    const outcome = await handle({
      id: `e${events}`,
      address: { adapter: "terminal", data: "" },
      conversation: "c",
      person: "minh",
      addressed: true,
      place: "private",
      input,
    });
    await outcome.complete(async () => {});
    return outcome;
  };
  const tells = async (entry: string, steps: readonly Readonly<Record<string, string>>[]) => {
    for (const [index, values] of steps.entries()) {
      const step = index === 0 ? {} : { step: index + 1 };
      await does({
        kind: "submit",
        token: writeToken({ action: "fill", entry, locale: "en", ...step }),
        values,
      });
    }
  };
  const draftOf = async (entry: string) => {
    const token = writeToken({ action: "case", entry, locale: "en" });
    const { reply } = await does({ kind: "press", token });
    return reply.kind === "answer" ? copiesIn(reply.answer) : [];
  };
  const passes = (days: number) => {
    time += days * day;
  };
  return { tells, draftOf, passes };
}

it("each draft is there for seven days after it was told, whatever else is told meanwhile", async () => {
  const { tells, draftOf, passes } = open();
  await tells("mfa-lost-or-broken", mfa);
  passes(4);
  await tells("support-case-without-reply", noReply);
  expect(await draftOf("mfa-lost-or-broken")).toHaveLength(2);
  passes(4);
  expect(await draftOf("mfa-lost-or-broken")).toEqual([]);
  expect(await draftOf("support-case-without-reply")).toHaveLength(2);
});

it("a draft holds the days of its own answers, not of another's", async () => {
  const { tells, draftOf, passes } = open();
  await tells("mfa-lost-or-broken", mfa);
  passes(2);
  await tells("support-case-without-reply", noReply);
  expect((await draftOf("mfa-lost-or-broken")).join()).toContain("started today, November 20, 2026");
});

it("the number that AWS gave a case stands in the draft", async () => {
  const { tells, draftOf } = open();
  await tells("support-case-without-reply", noReply);
  expect((await draftOf("support-case-without-reply")).join()).toContain("The case ID is 172345678900123.");
});
