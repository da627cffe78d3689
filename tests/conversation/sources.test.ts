import { describe, expect, it } from "vitest";
import type { Answer } from "../../src/answer/answer.ts";
import { readToken } from "../../src/answer/token.ts";
import { newState } from "../../src/conversation/state.ts";
import { addressesIn } from "../../src/lib/addresses-in.ts";
import { ourKnowledge, ourResponder } from "../support/our-knowledge.ts";
import { pressOn } from "../support/press.ts";

const { converse } = ourResponder;

/** What a press shows. */
function pressed(action: "show" | "sources", entry: string): Answer {
  const { reply } = converse(newState, pressOn(action, entry));
  if (reply.kind !== "answer") throw new Error(`a press on ${action} was answered with ${reply.kind}`);
  return reply.answer;
}

function actionsOf({ buttons }: Answer): readonly unknown[] {
  return buttons.flatMap((button) => (button.kind === "press" ? readToken(button.token)?.action : []));
}

function sourcesOf(id: string): readonly string[] {
  return ourKnowledge.find(id)?.source.map(({ url }) => url) ?? [];
}

describe("the pages that an answer comes from", () => {
  it("are behind a button where the answer does not name them all", () => {
    expect(sourcesOf("forgot-iam-user-password").length).toBeGreaterThan(2);
    expect(actionsOf(pressed("show", "forgot-iam-user-password"))).toContain("sources");
  });

  it("need no button where it names them all", () => {
    expect(sourcesOf("contact-billing")).toHaveLength(2);
    expect(actionsOf(pressed("show", "contact-billing"))).not.toContain("sources");
  });

  it("are all shown then, in their order, with ways back", () => {
    const answer = pressed("sources", "forgot-iam-user-password");
    expect(addressesIn(answer.blocks)).toEqual(sourcesOf("forgot-iam-user-password"));
    expect(actionsOf(answer)).toEqual(["show", "home", "language"]);
  });

  it("are not asked of a choice: an old button opens it", () => {
    expect(pressed("sources", "which-password").title).toBe("Which password did you forget?");
    expect(actionsOf(pressed("sources", "which-password"))).toContain("other");
  });
});

it("every source of every entry is reached from its answer", () => {
  const unreached = ourKnowledge.entries.flatMap(({ id, kind }) => {
    if (kind === "choice") return [];
    const answer = pressed("show", id);
    const reached = addressesIn([answer, actionsOf(answer).includes("sources") && pressed("sources", id)]);
    return sourcesOf(id).filter((url) => !reached.includes(url));
  });
  expect(unreached).toEqual([]);
});
