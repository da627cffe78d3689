import { describe, expect, it } from "vitest";
import { createApplicationCommands } from "../../../adapters/discord/commands/application-commands.ts";
import { startSmallPack } from "../../support/small-pack.ts";
import { startBot, startDiscord } from "./start-discord.ts";

const registering = "PUT /applications/{application}/commands";

describe("the commands", () => {
  it("are registered in each language that Discord knows, for servers, direct messages and users' own apps", async () => {
    const { guild } = await startDiscord();
    const everywhere = { contexts: [0, 1, 2], integration_types: [0, 1] };
    expect(guild.data.commands.map(({ body }) => body)).toMatchObject([
      {
        ...everywhere,
        name: "aws-help",
        description: "Help with signing in to AWS",
        description_localizations: { vi: "Trợ giúp đăng nhập AWS", "en-GB": expect.any(String) },
        options: [{ name: "question", name_localizations: { vi: "câu-hỏi" }, autocomplete: true }],
      },
      { ...everywhere, type: 3, name: "Find an answer", name_localizations: { vi: "Tìm câu trả lời" } },
    ]);
  });

  it("are registered again only where they differ", async () => {
    const { guild, discord } = await startDiscord();
    await discord.stop();
    await (await startBot(guild)).stop();
    expect(guild.calls.filter(({ name }) => name === registering).length).toBe(1);
    const core = startSmallPack();
    const surface: typeof core.surface = (locale) => {
      const words = core.surface(locale);
      return { ...words, command: { ...words.command, find: "Look it up" } };
    };
    await startBot(guild, { core: { ...core, surface } });
    expect(guild.calls.filter(({ name }) => name === registering).length).toBe(2);
  });

  it("hold a further language as soon as it is spoken, for all its regions", () => {
    const { surface } = startSmallPack();
    const [first] = createApplicationCommands({
      surface: () => surface("vi"),
      languages: () => ["es", "xx"],
    });
    expect(first).toMatchObject({
      description_localizations: { "es-ES": "Trợ giúp đăng nhập AWS", "es-419": "Trợ giúp đăng nhập AWS" },
    });
  });
});
