import { ComponentType } from "discord.js";
import { describe, expect, it } from "vitest";
import * as discordLimits from "../../adapters/discord/limits.ts";
import { renderAnswer as renderForDiscord } from "../../adapters/discord/rendering/render-answer.ts";
import * as slackLimits from "../../adapters/slack/limits.ts";
import { renderAnswer as renderForSlack } from "../../adapters/slack/rendering/render-answer.ts";
import { renderAnswer as renderForTerminal } from "../../adapters/terminal/render.ts";
import type { Answer } from "../../src/answer/answer.ts";
import { ourMessages } from "../support/our-messages.ts";

/** Every word that an answer shows: the texts of its title, blocks and buttons. Times are written by each client. */
function wordsIn(answer: Answer): readonly string[] {
  return textsIn([answer.title, answer.blocks, answer.buttons]).flatMap(
    (text) => text.match(/[\p{L}\p{M}]{2,}/gu) ?? [],
  );
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  if ("kind" in value && value.kind === "time") return [];
  return Object.entries(value).flatMap(([key, inner]) => (hidden.has(key) ? [] : textsIn(inner)));
}

/** What is for the renderer and not for the reader. */
const hidden = new Set(["kind", "tone", "url", "token", "emphasis", "menu"]);

/** Every address that an answer links to. */
function addressesIn(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "url" && typeof inner === "string" ? [inner] : addressesIn(inner),
  );
}

function missing(answer: Answer, rendered: string): readonly string[] {
  return wordsIn(answer).filter((word) => !rendered.includes(word));
}

describe("every message of our knowledge, in both languages", () => {
  it("is within Slack's limits and drops nothing, in the blocks and in the text that is read aloud", () => {
    for (const [name, answer] of ourMessages) {
      const [message, ...others] = renderForSlack(answer);
      expect(others, name).toEqual([]);
      const { text = "", blocks = [] } = message ?? {};
      const actions = blocks.flatMap((block) => (block.type === "actions" ? block.elements : []));
      const labels = answer.buttons.map(({ label }) => label).join(" ");
      expect(missing(answer, JSON.stringify(blocks)), name).toEqual([]);
      expect(missing(answer, text + labels), name).toEqual([]);
      expect(JSON.stringify(blocks).length, name).toBeLessThanOrEqual(slackLimits.maxMessageCharacters);
      expect(blocks.length, name).toBeLessThanOrEqual(slackLimits.maxBlocksPerMessage);
      expect(new Set(actions.map(({ action_id }) => action_id)).size, name).toBe(actions.length);
    }
  });

  it("is within Discord's limits and drops nothing", () => {
    for (const [name, answer] of ourMessages) {
      const [message, ...others] = renderForDiscord(answer);
      expect(others, name).toEqual([]);
      const { components = [], files } = message ?? {};
      const texts = components.flatMap((part) =>
        part.type === ComponentType.TextDisplay ? [part.content] : [],
      );
      const rows = components.flatMap((part) =>
        part.type === ComponentType.ActionRow ? [part.components] : [],
      );
      expect(missing(answer, JSON.stringify(message)), name).toEqual([]);
      expect(files, name).toEqual([]);
      expect(texts.join("").length, name).toBeLessThanOrEqual(discordLimits.maxMessageCharacters);
      expect(components.length + rows.flat().length, name).toBeLessThanOrEqual(
        discordLimits.maxComponentsPerMessage,
      );
    }
  });

  it("links to each address as it is, on every platform", () => {
    for (const [name, answer] of ourMessages) {
      const rendered = {
        slack: JSON.stringify(renderForSlack(answer)),
        discord: JSON.stringify(renderForDiscord(answer)),
        terminal: renderForTerminal(answer),
      };
      for (const address of addressesIn(answer)) {
        for (const [platform, text] of Object.entries(rendered)) {
          expect(text.includes(address), `${name} on ${platform}: ${address}`).toBe(true);
        }
      }
    }
  });

  it("drops nothing in the terminal", () => {
    for (const [name, answer] of ourMessages)
      expect(missing(answer, renderForTerminal(answer)), name).toEqual([]);
  });
});
