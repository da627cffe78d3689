import path from "node:path";
import { type types, webApi } from "@slack/bolt";
import { describe, expect, it, onTestFinished } from "vitest";

import { renderAnswer } from "../../adapters/slack/rendering/render-answer.ts";
import { renderHome } from "../../adapters/slack/rendering/render-home.ts";
import { startWorkspace } from "../../local/slack/workspace.ts";
import { ourMessages } from "../support/our-messages.ts";
import { startSmallPack } from "../support/small-pack.ts";
import { fixtures, longAnswers } from "./fixtures.ts";

/** A workspace that takes what Slack takes, and refuses with Slack's own words what Slack refuses. */
async function open() {
  const workspace = await startWorkspace({ burst: Number.POSITIVE_INFINITY });
  onTestFinished(() => workspace.close());
  const ana = workspace.person("ana");
  const client = new webApi.WebClient(workspace.botToken, {
    slackApiUrl: workspace.apiUrl,
    retryConfig: { retries: 0 },
    logLevel: webApi.LogLevel.ERROR,
  });
  return { workspace, ana, client };
}

describe("the fixture pack on Slack", () => {
  it.each(fixtures)("%s looks as it did", async (name, answer) => {
    const rendered = `${JSON.stringify(renderAnswer(answer), undefined, 2)}\n`;
    await expect(rendered).toMatchFileSnapshot(path.join("slack", `${name}.json`));
  });
});

describe("Slack takes", () => {
  it("every message of the fixture pack and of our knowledge, with nothing to remark", async () => {
    const { workspace, ana, client } = await open();
    for (const [name, answer] of [...fixtures, ...ourMessages]) {
      const [message, ...others] = renderAnswer(answer);
      expect(others, name).toEqual([]);
      expect(message && (await client.chat.postMessage({ ...message, channel: ana.dm })).ok, name).toBe(true);
    }
    expect(workspace.data.warnings).toEqual([]);
  });

  it.each(fixtures)("%s as the App Home", async (_, answer) => {
    const { ana, client } = await open();
    const words = startSmallPack().surface();
    expect((await client.views.publish({ user_id: ana.id, view: renderHome(answer, words) })).ok).toBe(true);
  });

  it.each(longAnswers)(
    "%s that is too long for one message, as several, and nothing is lost",
    async (_, answer) => {
      const { ana, client } = await open();
      const messages = renderAnswer(answer);
      expect(messages.length).toBeGreaterThan(1);
      for (const message of messages) {
        expect((await client.chat.postMessage({ ...message, channel: ana.dm })).ok).toBe(true);
        expect(JSON.stringify(message.blocks).length).toBeGreaterThan(0);
      }
      const count = (text: string) => text.split("👩‍👩‍👧").length - 1;
      const shown = messages.flatMap(({ blocks }) => blocks.flatMap(textsOf)).join("");
      expect(count(shown)).toBe(count(JSON.stringify(answer.blocks)));
    },
  );
});

/** The characters of a message's blocks that people read. */
function textsOf(block: types.KnownBlock): readonly string[] {
  return textsIn(block);
}

function textsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "text" && typeof inner === "string" ? [inner] : textsIn(inner),
  );
}
