import { expect, it } from "vitest";
import { readFollowUpList } from "../../cli/shared/read-follow-up-list.ts";
import { judgeFollowUp } from "../../src/evaluation/follow-ups.ts";
import { ourKnowledge, ourResponder } from "../support/our-knowledge.ts";

const unseen = readFollowUpList("knowledge/aws-sign-in/follow-ups/unseen.jsonl", "");

it("follow-ups that nothing was fitted to get the right part or topic as often as must be", () => {
  const verdicts = unseen.map((followUp) => judgeFollowUp(ourResponder, followUp));
  const right = verdicts.filter(({ isRight }) => isRight).length;
  expect(right / unseen.length).toBeGreaterThanOrEqual(0.85);
});

it("every labelled follow-up is about an entry and a topic that are there", () => {
  const fitted = readFollowUpList("knowledge/aws-sign-in/follow-ups/fitted.jsonl", "");
  const topics = [...fitted, ...unseen].flatMap(({ after, expects }) => [
    after,
    ...expects.flatMap((one) => (one.startsWith("topic:") ? [one.slice("topic:".length)] : [])),
  ]);
  expect(topics.filter((id) => !ourKnowledge.find(id))).toEqual([]);
});
