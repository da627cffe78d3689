import { describe, expect, it } from "vitest";
import * as discord from "../../adapters/discord/rendering/render-answer.ts";
import { renderForm as renderDiscordForm } from "../../adapters/discord/rendering/render-form.ts";
import * as slack from "../../adapters/slack/rendering/render-answer.ts";
import { renderForm as renderSlackForm } from "../../adapters/slack/rendering/render-form.ts";
import { renderHome } from "../../adapters/slack/rendering/render-home.ts";
import * as terminal from "../../adapters/terminal/render.ts";
import { answerSchema, blockSchema, buttonSchema, lengthOf } from "../../src/answer/answer.ts";
import { spanSchema } from "../../src/answer/text.ts";
import * as samples from "../support/every-kind.ts";
import { startSmallPack } from "../support/small-pack.ts";

const { everyKind, everyWord, everyField, everyFormWord } = samples;

const unions = [
  ["block", blockSchema, samples.blocks],
  ["span", spanSchema, samples.spans],
  ["button", buttonSchema, samples.buttons],
] as const;

describe("every kind that can be said", () => {
  it.each(unions)("of a %s is known to the schema", (_, schema, sampled) => {
    const kinds = schema.options.map(({ shape }) => shape.kind.value);
    expect(kinds.toSorted()).toEqual(Object.keys(sampled).toSorted());
  });

  it("is read again from what was stored of it", () => {
    expect(answerSchema.parse(JSON.parse(JSON.stringify(everyKind)))).toEqual(everyKind);
  });

  it("counts towards the length of an answer", () => {
    for (const block of everyKind.blocks) expect(lengthOf([block]), block.kind).toBeGreaterThan(0);
  });

  it.each([
    ["Slack's message", () => slack.renderAnswer(everyKind), '"timestamp":1700000000,'],
    ["Slack's App Home", () => renderHome(everyKind, startSmallPack().surface()), '"timestamp":1700000000,'],
    ["Discord's message", () => discord.renderAnswer(everyKind), "<t:1700000000:f>"],
    // 14 November in UTC; the day and the hour are those of this machine's zone.
    ["the terminal", () => terminal.renderAnswer(everyKind), /Nov 1[45], 2023, \d\d:\d\d \w+/],
  ])("is shown by %s", (_, render, time) => {
    const shown = JSON.stringify(render());
    const labels = Object.values(samples.buttons).map(({ label }) => label);
    expect([...everyWord, ...labels].filter((word) => !shown.includes(word))).toEqual([]);
    expect(shown).toContain("https://example.com/link");
    expect(shown).toMatch(time);
  });
});

describe("every kind of form field", () => {
  it.each([
    ["Slack's modal", () => renderSlackForm(everyField, "")],
    ["Discord's modal", () => renderDiscordForm(everyField)],
  ])("is shown by %s", (_, render) => {
    const shown = JSON.stringify(render());
    expect(everyFormWord.filter((word) => !shown.includes(word))).toEqual([]);
  });
});
