import { describe, expect, it } from "vitest";
import { coreSaying } from "../../support/core-saying.ts";
import { startDiscord } from "./start-discord.ts";

const posting = { method: "POST" };

describe("'Find an answer'", () => {
  it.each([
    { embeds: [{ description: "lost my MFA phone" }] },
    { flags: 32_768, components: [{ type: 17, components: [{ type: 10, content: "lost my MFA phone" }] }] },
  ])("reads a bot's message %o", async (body) => {
    const { core, heard } = coreSaying({ kind: "silence", because: "it is a test" });
    const { guild, ana, channel, settled } = await startDiscord({ core });
    await fetch(`${guild.restUrl}/v10/channels/${channel}/messages`, {
      ...posting,
      headers: { authorization: `Bot ${guild.token}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const [message] = guild.messagesSeenBy(ana, channel);
    if (message) void ana.usesContextMenu("Find an answer", message);
    await settled();
    expect(heard.map(({ input }) => input)).toMatchObject([{ text: "lost my MFA phone" }]);
  });
});
