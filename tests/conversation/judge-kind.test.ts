import { describe, expect, it } from "vitest";
import { judgeKind } from "../../src/conversation/follow-ups/judge-kind.ts";
import { ourKnowledge, ourResponder } from "../support/our-knowledge.ts";

function kindOf(id: string, text: string): string {
  const entry = ourKnowledge.find(id);
  if (!entry) throw new Error(`no entry ${id}`);
  const found = ourResponder.findParts(entry, "en", text);
  return judgeKind({ entry, match: ourResponder.match(text), found }, ourKnowledge).kind;
}

describe("what a message after an answer is about", () => {
  it("is a part of it", () => {
    expect(kindOf("activation-verification", "which country code do i choose")).toBe("part");
    expect(kindOf("forgot-root-password", "which address does the email come from")).toBe("part");
  });

  it("is nothing that it answers", () => {
    expect(kindOf("forgot-root-password", "how many characters must the new password have")).toBe("nothing");
  });

  it("is another topic, linked or not", () => {
    expect(kindOf("forgot-root-password", "my card was declined when i signed up for aws")).toBe("topic");
    expect(kindOf("mfa-lost-or-broken", "my aws account is suspended, how do i reactivate it")).toBe("topic");
  });
});
