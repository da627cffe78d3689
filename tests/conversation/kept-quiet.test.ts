import { describe, expect, it } from "vitest";
import type { QuietReason } from "../../src/answer/fact.ts";
import { quietSentences } from "../../src/conversation/speak-unasked.ts";
import { newState } from "../../src/conversation/state.ts";
import type { Turn } from "../../src/conversation/types.ts";
import { ourResponder } from "../support/our-knowledge.ts";

const ask = (text: string, others: Partial<Turn> = {}) =>
  ourResponder.converse(newState, {
    id: "e1",
    input: { kind: "question", text, hasPicture: false },
    person: "lan",
    address: { adapter: "terminal", data: "" },
    now: 0,
    addressed: false,
    mode: "questions",
    place: "channel",
    locale: "en",
    ...others,
  });

describe("a message about which the bot keeps quiet", () => {
  it.each<[QuietReason, string, string]>([
    ["link", "https://aws.amazon.com/blogs/aws/ new launches this week", "en"],
    ["other-name", "my GitHub account got suspended, what now?", "en"],
    ["no-name", "who has the wifi password?", "en"],
    ["no-name", "trưa nay ăn gì mn", "vi"],
    ["statement", "AWS training tomorrow at 10, bring your laptop", "en"],
    ["not-ours", "who is at the AWS training tomorrow?", "en"],
    ["unclear", "who has access to the AWS console?", "en"],
  ])("is counted as %s, without its words: %s", (because, text, locale) => {
    const { reply, facts, state, effects } = ask(text);
    expect(reply).toEqual({ kind: "silence", because: quietSentences[because] });
    expect(facts).toEqual([{ kind: "kept-quiet", because, locale }]);
    expect([state, effects]).toEqual([newState, []]);
  });
});

describe("no silence is counted", () => {
  const lunch = "who has the wifi password?";

  it.each<[string, Partial<Turn>]>([
    ["in a channel of the mode mentions", { mode: "mentions" }],
    ["in a conversation of somebody else", { owner: "minh" }],
    ["of words without a letter", { input: { kind: "question", text: "👍", hasPicture: false } }],
    ["of thanks", { input: { kind: "question", text: "thanks", hasPicture: false } }],
  ])("%s", (_what, others) => {
    const { reply, facts } = ask(lunch, others);
    expect(reply).toEqual({ kind: "silence", because: "nobody asked the bot" });
    expect(facts).toEqual([]);
  });

  it("where the bot was asked, for then it speaks", () => {
    const { reply, facts } = ask(lunch, { addressed: true });
    expect(reply.kind).toBe("answer");
    expect(facts.map(({ kind }) => kind)).not.toContain("kept-quiet");
  });

  it("where it speaks unasked", () => {
    const { reply, facts } = ask("I forgot the root user password of our AWS account");
    expect(reply.kind).toBe("answer");
    expect(facts.map(({ kind }) => kind)).toEqual(["asked", "answered"]);
  });
});
