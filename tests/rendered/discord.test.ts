import path from "node:path";
import { type APIMessageTopLevelComponent, REST } from "discord.js";
import { describe, expect, it } from "vitest";
import { type DiscordMessage, renderAnswer } from "../../adapters/discord/rendering/render-answer.ts";
import { postMessage } from "../../adapters/discord/sending/post-message.ts";
import { type Answer, paragraph } from "../../src/answer/answer.ts";
import { plain } from "../../src/answer/text.ts";
import { openGuild } from "../local/discord/connect-app.ts";
import { ourMessages } from "../support/our-messages.ts";
import { fixtures, longAnswers } from "./fixtures.ts";

/** A server that takes what Discord takes, and refuses with Discord's own words what Discord refuses. */
async function open() {
  const { guild, ana } = await openGuild();
  const rest = new REST({ api: guild.restUrl }).setToken(guild.token);
  const take = async (messages: readonly DiscordMessage[], name: string) => {
    for (const [index, message] of messages.entries())
      expect(await postMessage(rest, ana.dm, { message, key: `${name}/${index}` })).toMatch(/^\d+$/);
  };
  return { guild, ana, take };
}

function textsIn(messages: readonly DiscordMessage[]): string {
  const shown = (component: APIMessageTopLevelComponent) => ("content" in component ? component.content : "");
  return messages
    .flatMap(({ components, files }) => [...components.map(shown), ...files.map(({ text }) => text)])
    .join("\n");
}

describe("the fixture pack on Discord", () => {
  it.each(fixtures)("%s looks as it did", async (name, answer) => {
    const rendered = `${JSON.stringify(renderAnswer(answer), undefined, 2)}\n`;
    await expect(rendered).toMatchFileSnapshot(path.join("discord", `${name}.json`));
  });
});

describe("Discord takes", () => {
  it("every message of the fixture pack and of our knowledge, in one", async () => {
    const { guild, ana, take } = await open();
    for (const [name, answer] of [...fixtures, ...ourMessages]) {
      const messages = renderAnswer(answer);
      expect(messages.length, name).toBe(1);
      await take(messages, name);
    }
    expect(guild.messagesSeenBy(ana, ana.dm).length).toBe(fixtures.length + ourMessages.length);
  });

  it.each(longAnswers)("%s that is too long for one message, and nothing is lost", async (name, answer) => {
    const { take } = await open();
    const messages = renderAnswer(answer);
    await take(messages, name);
    const count = (text: string) => text.split("👩‍👩‍👧").length - 1;
    expect(count(textsIn(messages))).toBe(count(JSON.stringify(answer.blocks)));
  });

  it("code that does not fit as a file, whole, named after the title; shorter code stays in the message", async () => {
    const { guild, ana, take } = await open();
    const draft = "A line of the case.\n".repeat(180);
    const answer: Answer = {
      locale: "vi",
      title: "Bản nháp gửi AWS Support: đường đi",
      blocks: [
        paragraph(plain("before ".repeat(100))),
        { kind: "code", text: draft },
        { kind: "steps", steps: [[paragraph(plain("Copy:")), { kind: "code", text: "short" }]] },
      ],
      buttons: [],
    };
    const [message, ...others] = renderAnswer(answer);
    expect(others).toEqual([]);
    expect(message?.files).toEqual([{ name: "ban-nhap-gui-aws-support-duong-di.txt", text: draft }]);
    expect(JSON.stringify(message?.components)).toContain("```\\nshort\\n```");
    await take(message ? [message] : [], "draft");
    expect(guild.messagesSeenBy(ana, ana.dm)).toMatchObject([
      { attachments: [{ filename: "ban-nhap-gui-aws-support-duong-di.txt", size: draft.length }] },
    ]);
  });

  it("a link whose address is too long for a button as part of the text", () => {
    const url = `https://example.com/${"x".repeat(600)}`;
    const answer: Answer = { locale: "en", blocks: [], buttons: [{ kind: "link", label: "Open", url }] };
    expect(renderAnswer(answer)).toMatchObject([{ components: [{ content: `[Open](<${url}>)` }] }]);
  });
});
