import { describe, expect, it } from "vitest";
import { gatherEvidence, signalsOf } from "../../../src/conversation/follow-ups/evidence.ts";
import { judgeKind } from "../../../src/conversation/follow-ups/judge-kind.ts";
import { followUpKinds } from "../../../src/conversation/follow-ups/kinds.ts";
import { ourKnowledge, ourResponder } from "../../support/our-knowledge.ts";

function chancesOf(id: string, text: string) {
  const entry = ourKnowledge.find(id);
  if (!entry) throw new Error(`no entry ${id}`);
  const match = ourResponder.match(text);
  const recognised = ourResponder.intents.recognise(text);
  const asked = { entry, text, match, recognised };
  const evidence = gatherEvidence(ourResponder, asked, { locale: "en", progress: "shown" });
  return judgeKind(signalsOf(evidence, ourResponder));
}

const likeliestOf = (id: string, text: string) => {
  const chances = chancesOf(id, text);
  return followUpKinds.toSorted((one, other) => chances[other] - chances[one])[0];
};

describe("what a message after an answer is about", () => {
  it.each([
    ["part", "activation-verification", "which country code do i choose"],
    ["part", "forgot-root-password", "which address does the email come from"],
    ["nothing", "forgot-root-password", "how many characters must the new password have"],
    ["topic", "forgot-root-password", "my card was declined when i signed up for aws"],
    ["topic", "mfa-lost-or-broken", "my aws account is suspended, how do i reactivate it"],
    ["noHelp", "activation-verification", "did all five and there is still no sms"],
    ["noHelp", "signin-page-unreachable", "thử hết mấy cách rồi vẫn vậy"],
    ["solved", "browser-at-fault", "incognito did the trick, thank you"],
    ["solved", "activation-verification", "có mã rồi, vào được rồi nha"],
  ])("is %s after %s: %s", (kind, id, text) => {
    expect(likeliestOf(id, text)).toBe(kind);
  });

  it("has chances that add up to 1", () => {
    const chances = Object.values(chancesOf("mfa-lost-or-broken", "what if i have no phone"));
    expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1);
  });
});
