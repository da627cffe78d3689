import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Entry } from "../../src/knowledge/entry.ts";
import { createKnowledge, type Knowledge } from "../../src/knowledge/knowledge.ts";
import type { Match } from "../../src/matching/match.ts";
import { createMatcher } from "../../src/matching/matcher.ts";
import { learnModel } from "../../src/matching/model.ts";
import { propertyRuns } from "../support/property-runs.ts";

const pack = {
  "lost-phone": [
    "i lost my phone with the authenticator app",
    "my phone broke and i cannot get the mfa code",
    "new phone and no authenticator any more",
    "mfa device is gone",
    "my phone was stolen yesterday",
    "mất điện thoại rồi",
  ],
  "forgot-password": [
    "i forgot my password",
    "cant remember the password of the root user",
    "how do i reset the password",
    "password reset link never arrives",
    "it says wrong password every time",
    "tôi quên mật khẩu",
  ],
  "close-account": [
    "how do i close the account",
    "i want to delete my aws account for good",
    "cancel everything and shut the account down",
    "closing an account we no longer need",
    "please terminate our account",
    "muốn đóng tài khoản",
  ],
  "no-sms": [
    "verification code by sms never arrives",
    "no call during sign up",
    "phone verification fails when i register",
    "i never got the activation text",
    "stuck at the verify step of registration",
  ],
  "wrong-bill": [
    "i was charged twice this month",
    "what is this charge on my card",
    "my invoice is wrong",
    "billing shows a cost i dont know",
    "refund for last month please",
  ],
};
const empty = { body: [], stillStuck: [], message: "", administrator: [], options: {}, questions: [] };
const said = { folder: "", source: [], related: [], formerly: [] };

function entry(id: string, phrases: readonly string[]): Entry {
  return { ...said, id, kind: "answer", text: { en: { ...empty, title: id, short: id, phrases } } };
}

function learned(knowledge: Knowledge) {
  return createMatcher(knowledge, learnModel(knowledge));
}

const signIn = [
  "i cannot sign in",
  "sign in does not work",
  "locked out",
  "login problem",
  "unable to log in",
];
const options = ["lost-phone", "forgot-password"];
const choice: Entry = { ...entry("cannot-sign-in", signIn), kind: "choice", options };
const knowing = (entries: readonly Entry[]) => createKnowledge({ entries, languages: ["en"] });
const answers = Object.entries(pack).map(([id, phrases]) => entry(id, phrases));
const knowledge = knowing([...answers, choice]);
const match = learned(knowledge);
const ids = knowledge.entries.map(({ id }) => id).sort();

/** What holds of every match over the pack, whatever was asked. */
function expectValid({ candidates, ...made }: Match): void {
  const confidences = candidates.map(({ confidence }) => confidence);
  expect(candidates.map((candidate) => candidate.entry).sort()).toEqual(ids);
  expect(confidences).toEqual([...confidences].sort((one, other) => other - one));
  expect(confidences.filter((confidence) => !(confidence >= 0 && confidence <= 1))).toEqual([]);
  expect(confidences.reduce((sum, confidence) => sum + confidence, 0)).toBeLessThan(1 + 1e-9);
  if (made.outcome === "answer") expect(made.entry).toBe(candidates[0]?.entry);
  if (made.outcome === "choice") expect(made.entry).toBe("cannot-sign-in");
  if (made.outcome === "suggest") {
    expect(ids).toEqual(expect.arrayContaining([...made.entries]));
    expect(made.entries.length).toBeLessThanOrEqual(5);
  }
}

describe("a question", () => {
  it.each([
    ["i lost my phone", "lost-phone"],
    ["MY PHNOE WAS STOLN!!!", "lost-phone"],
    ["the authentcator app is on my old phone", "lost-phone"],
    ["mat dien thoai roi", "lost-phone"],
    ["i forgott the pasword", "forgot-password"],
    ["forgot password", "forgot-password"],
    ["toi quen mat khau mat roi", "forgot-password"],
    ["how can i delete the acount", "close-account"],
    ["the sms with the verifcation code never arives", "no-sms"],
    ["strange charge on my card", "wrong-bill"],
  ])("%s: is answered by %s", (question, meant) => {
    expect(match(question)).toMatchObject({ outcome: "answer", entry: meant });
  });

  it.each(["I cannot sign in", "log in problem", "sign in dosnt work"])(
    "%s: is met with a choice",
    (question) => {
      expect(match(question)).toMatchObject({ outcome: "choice", entry: "cannot-sign-in" });
    },
  );

  it.each([
    "",
    "   \n",
    "???",
    "🙏🔑",
    "qwertz uiop",
    "pizza recipes",
    "я забыл пароль",
    "パスワード",
    "\ud83d",
  ])("%j: is declined, with no confidence in any entry", (question) => {
    const { outcome, candidates } = match(question);
    expect([outcome, candidates.map(({ confidence }) => confidence)]).toEqual(["decline", ids.map(() => 0)]);
  });

  it("hidden in a long story is found", () => {
    const story =
      "Hi everybody, hope you are having a lovely week so far! We moved offices on Monday and it was great fun. " +
      "Anyway. Since yesterday my phone is stolen and the mfa device is gone with it. " +
      "Any pointers would be very welcome, thanks a lot in advance, and greetings from a sunny Da Nang!";
    const likeliest = match(story).candidates.slice(0, 2);
    expect(likeliest.map(({ entry }) => entry)).toContain("lost-phone");
  });

  it("that is clear in one sentence outweighs many asides that are not", () => {
    const story =
      "Hello team, hope you are well. I am new here. We want everything for good this month. " +
      "We do no longer need to shut up. My phone was stolen. Please be so kind. " +
      "I want an answer today. Our team is down and nothing works.";
    const likeliest = match(story).candidates.slice(0, 2);
    expect(likeliest.map(({ entry }) => entry)).toContain("lost-phone");
  });

  it("is read the same whatever was asked before", () => {
    const before = match("i forgott the pasword");
    for (const other of ["my phnoe", "pizza", "acount clsoe", ""]) match(other);
    expect(match("i forgott the pasword")).toEqual(before);
  });

  it("is matched the same by two matchers of the same knowledge", () => {
    const again = learned(knowledge);
    for (const question of ["i lost my phnoe", "how do i sign in", "hello", "close it", "charged for sms"]) {
      expect(again(question)).toEqual(match(question));
    }
  });
});

describe("a text that nobody would type", () => {
  it.each([
    ["100,000 characters of words", "i lost my phone and my password. ".repeat(3031)],
    ["100,000 characters without a space", "x".repeat(100_000)],
    ["100,000 line breaks", "\n".repeat(100_000)],
    ["100,000 different words", Array.from({ length: 17_000 }, (_, index) => `w${index}`).join(" ")],
    ["lone surrogates", "\udc00 my \ud83d phone \ud83d\ud83d is lost \udfff"],
    ["stacked marks", `i lo${"\u0301\u0489\u0336".repeat(500)}st my pho\u0337ne`],
    ["right-to-left marks", "\u202emy phone\u202c \u2067is\u2069 lost \u200f"],
    ["emoji of many parts", "👨‍👩‍👧‍👦🏳️‍🌈👍🏽 my phone 1️⃣🇻🇳"],
    ["control characters", "my\u0000phone\u0007is\u001b[31mlost"],
    ["names that every object has", "constructor __proto__ toString hasOwnProperty valueOf"],
  ])("%s still gives a match", (_what, text) => {
    expectValid(match(text));
  });

  it("that speaks clearly of two things is offered both", () => {
    const made = match("i was charged twice this month. also i forgot my password!");
    expect(made).toMatchObject({ outcome: "suggest" });
    expect(made.outcome === "suggest" && [...made.entries].sort()).toEqual(["forgot-password", "wrong-bill"]);
  });

  it("of a very long message only the beginning and the end count", () => {
    const [start, end] = ["my phone is lost\n".repeat(250), "mfa device is gone\n".repeat(250)];
    const middle = "please close the account\n".repeat(1000);
    expect(match(start + middle + end)).toEqual(match(start + end));
  });

  it("invisible characters and stacked marks do not hide what is asked", () => {
    const plain = match("i lost my phone");
    expect(match("i l\u0301o\u0336st\u200b my ph\u00adone\u202e")).toEqual(plain);
  });

  it("any text gives every entry once, the likeliest first", () => {
    const words = fc.constantFrom(...new Set(Object.values(pack).flat().join(" ").split(" ")));
    const question = fc.array(fc.oneof(words, fc.string({ unit: "binary", maxLength: 12 })), {
      maxLength: 60,
    });
    const separator = fc.constantFrom(" ", ". ", "\n", "");
    fc.assert(
      fc.property(question, separator, (parts, between) => {
        expectValid(match(parts.join(between)));
      }),
      { numRuns: propertyRuns(60) },
    );
  });
});

describe("a small pack", () => {
  it("of one entry with one phrase answers with it", () => {
    const one = learned(knowing([entry("reset", ["help me reset it"])]));
    expect(one("please help me to reset")).toMatchObject({ outcome: "answer", entry: "reset" });
  });

  it.each(["7", "404", "7, 404!"])("declines digits alone, also those of a phrase: %s", (digits) => {
    const numbered = learned(knowing([entry("reset", ["error 7", "it says 404"])]));
    expect(numbered(`error ${digits}`)).toMatchObject({ outcome: "answer", entry: "reset" });
    expect(numbered(digits).outcome).toBe("decline");
  });

  it("of one entry declines what has none of its words", () => {
    const one = learned(knowing([entry("reset", ["help me reset it"])]));
    expect(one("pizza")).toMatchObject({
      outcome: "decline",
      candidates: [{ entry: "reset", confidence: 0 }],
    });
  });

  it("without entries declines everything", () => {
    expect(learned(knowing([]))("help")).toMatchObject({ outcome: "decline", candidates: [] });
  });

  it("whose phrases have no words declines everything", () => {
    const wordless = learned(knowing([entry("🔒", ["🔑"]), entry("📱", ["..."])]));
    expect(wordless("🔑 help").outcome).toBe("decline");
  });
});
