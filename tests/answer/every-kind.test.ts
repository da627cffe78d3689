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
    ["Slack's message", () => slack.renderAnswer(everyKind)],
    ["Slack's App Home", () => renderHome(everyKind, startSmallPack().surface())],
    ["Discord's message", () => discord.renderAnswer(everyKind)],
    ["the terminal", () => terminal.renderAnswer(everyKind)],
  ])("is shown by %s", (_, render) => {
    const shown = JSON.stringify(render());
    const labels = Object.values(samples.buttons).map(({ label }) => label);
    expect([...everyWord, ...labels].filter((word) => !shown.includes(word))).toEqual([]);
    expect(shown).toContain("https://example.com/link");
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
