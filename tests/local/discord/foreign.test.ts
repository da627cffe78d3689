import { Events } from "discord.js";
import { describe, expect, it } from "vitest";
import { connectApp, openGuild } from "./connect-app.ts";
import { ask } from "./raw.ts";

const command = { name: "look", description: "Looks", type: 1 };

describe("a server that the app is not in", () => {
  it("is out of the app's reach", async () => {
    const { guild, ana } = await openGuild();
    const channel = guild.foreignChannel("elsewhere");
    ana.says(channel, "hello");
    expect((await ask(guild, `GET /channels/${channel}`)).body.code).toBe(50001);
    expect((await ask(guild, `POST /channels/${channel}/messages`, { content: "hi" })).body.code).toBe(50001);
    const listed = await ask(guild, `GET /guilds/${guild.guildId}/channels`);
    expect(JSON.stringify(listed.list)).not.toContain(channel);
  });

  it("offers the commands of apps that users install for themselves, and takes what the app answers", async () => {
    const { guild, ana } = await openGuild();
    const channel = guild.foreignChannel("elsewhere");
    const owners: unknown[] = [];
    await connectApp(guild, (client) =>
      client.on(Events.InteractionCreate, async (interaction) => {
        owners.push(interaction.authorizingIntegrationOwners.userId);
        if (interaction.isChatInputCommand()) await interaction.reply("Here");
      }),
    );
    const at = `POST /applications/${guild.applicationId}/commands`;
    await ask(guild, at, command);
    await expect(ana.types(channel, "look")).rejects.toThrow(/not available/);
    await ask(guild, at, { ...command, integration_types: [0, 1] });
    expect(await ana.types(channel, "look")).toMatchObject({ kind: "replied", message: { content: "Here" } });
    expect(owners).toEqual([ana.id]);
  });
});
