import { describe, expect, it } from "vitest";
import { wordsOf } from "../../src/answer/text.ts";
import { newState, type State } from "../../src/conversation/state.ts";
import type { Turn, TurnResult } from "../../src/conversation/types.ts";
import { stringsOf } from "../../src/knowledge/knowledge.ts";
import { ourKnowledge, ourResponder } from "../support/our-knowledge.ts";

const anyTurn: Omit<Turn, "input"> = {
  id: "e1",
  address: { adapter: "terminal", data: "" },
  person: "ana",
  now: 0,
  addressed: true,
  place: "private",
  locale: "en",
};
const kept = {
  otherConversations: 0,
  hasQuestion: false,
  drafts: {},
  requests: [],
  taken: 0,
  unfinished: 0,
  notes: 0,
  days: 30,
};

function say(state: State, text: string, more: Partial<Turn> = {}): TurnResult {
  const input = /^\+?1\./.test(text)
    ? ({ kind: "press", token: text } as const)
    : ({ kind: "question", text, hasPicture: false } as const);
  return ourResponder.converse(state, { ...anyTurn, kept, ...more, input });
}

const stateAfter = (steps: readonly string[]) =>
  steps.reduce((state, step) => say(state, step).state, newState);

/** The entry that was answered or solved, or else the name of what is said. */
function described({ reply, facts, state, forgets }: TurnResult): string {
  if (reply.kind !== "answer") return reply.kind;
  if (forgets) return "forgets";
  const { talk, thanks, thanksFor, solved } = stringsOf(ourKnowledge, reply.answer.locale);
  const [first] = reply.answer.blocks;
  const words = first?.kind === "paragraph" ? wordsOf(first.text) : "";
  const told = facts.flatMap((fact) => (fact.kind !== "asked" && "entry" in fact ? [fact.kind] : []));
  const named = Object.entries({ ...talk, thanks, thanksFor, solved }).find(
    ([, said]) => said === words,
  )?.[0];
  return told[0] ?? named ?? state.screen?.kind ?? "?";
}

const root = "how do i reset the root user password of my account";
const troubles = "my card was declined and i lost my phone";
const words = ["ok", "yes", "no", "thanks", "not now"];
const inVietnamese: Readonly<Record<string, string>> = {
  ok: "oke",
  yes: "vâng",
  no: "không",
  thanks: "cảm ơn",
  "not now": "để sau",
};

/** What was shown last, how one comes there, and the replies to each of the words. */
const table: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ["steps", [root], ["tellMe", "tellMe", "stuck", "thanksFor", "tellMe"]],
  ["a choice", ["i lost my mfa phone"], ["pickOne", "pickOne", "not-meant", "thanks", "allRight"]],
  ["the topics", ["help"], ["pickOne", "pickOne", "inOwnWords", "thanks", "allRight"]],
  ["a greeting", ["hello"], ["inOwnWords", "inOwnWords", "allRight", "thanks", "allRight"]],
  ["a decline", ["qwertz uiop"], ["inOwnWords", "inOwnWords", "inOwnWords", "thanks", "allRight"]],
  ["that it asks again", ["qwertz uiop", "ok"], ["inOwnWords", "inOwnWords", "person", "thanks", "allRight"]],
  [
    "guesses",
    ["my yubikey is not recognised by chrome when i sign in to aws"],
    ["pickOne", "pickOne", "person", "thanks", "allRight"],
  ],
  ["several troubles", [troubles], ["answered", "answered", "pickOne", "thanks", "allRight"]],
  ["the next trouble", [troubles, "1", "solved"], ["answered", "answered", "topics", "thanks", "topics"]],
  [
    "a trouble by the way",
    [root, "and also my card was declined"],
    ["tellMe", "tellMe", "answered", "thanksFor", "tellMe"],
  ],
  ["did it work", [root, "thanks"], ["tellMe", "solved", "stuck", "thanksFor", "tellMe"]],
  ["tell me when it works", [root, "ok"], ["tellMe", "solved", "stuck", "thanksFor", "tellMe"]],
  ["what else to check", [root, "still not working"], ["stuck", "stuck", "person", "thanksFor", "tellMe"]],
  ["the ways to a person", ["talk to a human"], ["goOnWith", "goOnWith", "topics", "thanks", "allRight"]],
  [
    "the start of a case",
    [root, "still not working", "yes"],
    ["goOnWith", "goOnWith", "person", "thanks", "allRight"],
  ],
  [
    "a sent message",
    ["i forgot my iam user password", "1.sent.forgot-iam-user-password.en"],
    ["tellMe", "tellMe", "stuck", "thanksFor", "tellMe"],
  ],
  ["that it is solved", [root, "solved"], ["allRight", "inOwnWords", "allRight", "thanks", "allRight"]],
  [
    "you're welcome",
    [root, "solved", "thanks"],
    ["allRight", "inOwnWords", "allRight", "thanks", "allRight"],
  ],
  ["about itself", ["are you a bot?"], ["allRight", "inOwnWords", "inOwnWords", "thanks", "allRight"]],
  ["sorry", [root, "you are useless"], ["goOnWith", "goOnWith", "topics", "thanks", "allRight"]],
  ["what is kept", ["my data"], ["goOnWith", "forgets", "keeping", "keeping", "keeping"]],
  ["nothing yet", [], ["inOwnWords", "inOwnWords", "inOwnWords", "thanks", "allRight"]],
];

describe("a word that means nothing by itself", () => {
  const cells = table.flatMap(([shown, steps, replies]) =>
    words.map((word, index) => [shown, word, replies[index] ?? "", steps] as const),
  );

  it.each(cells)("after %s, %s: %s", (_, word, reply, steps) => {
    expect(described(say(stateAfter(steps), word))).toBe(reply);
  });

  it.each(cells)("after %s, %s in Vietnamese: %s", (_, word, reply, steps) => {
    expect(described(say(stateAfter(steps), inVietnamese[word] ?? ""))).toBe(reply);
  });

  it.each(words)("%s is left alone where nobody asked the bot", (word) => {
    const turn = { addressed: false, place: "channel", mode: "all" } as const;
    expect(say(newState, word, turn).reply.kind).toBe("silence");
    expect(say(newState, "are you a bot?", turn).reply.kind).toBe("silence");
    expect(say(newState, "you are useless", turn).reply.kind).toBe("silence");
    expect(say(newState, "help", turn).reply.kind).toBe("silence");
  });

  it("solved is only what was said to be solved", () => {
    const facts = words.flatMap((word) => say(stateAfter([root]), word).facts.map(({ kind }) => kind));
    expect(facts).not.toContain("solved");
  });
});

describe("somebody angry", () => {
  const words = ["fuck you, this does not help at all", "you are useless", "đm bot ngu vcl", "wtf"];

  it("gets one apology, and the ways on each time, without their words", () => {
    const replies: TurnResult[] = [];
    for (const word of words) replies.push(say(replies.at(-1)?.state ?? stateAfter([root]), word));
    expect(replies.map(described)).toEqual(["stuck", "sorryAgain", "sorryAgain", "sorryAgain"]);
    for (const { reply, state } of replies) {
      expect(JSON.stringify(reply)).not.toMatch(/fuck|useless|vcl|wtf/i);
      expect(JSON.stringify(state)).not.toMatch(/fuck|useless|vcl|wtf/i);
    }
  });

  it("is answered as the trouble where there is one", () => {
    const { facts } = say(newState, "fuck you, i lost my phone with the root mfa");
    expect(facts).toContainEqual({ kind: "answered", entry: "mfa-lost-or-broken", locale: "en" });
  });

  it("is not kept as the words of the question", () => {
    const team = { locale: "en" };
    const { state } = say(newState, "fuck you, i lost my phone with the root mfa", { team });
    expect(state.words).toBe("i lost my phone with the root mfa");
  });
});
