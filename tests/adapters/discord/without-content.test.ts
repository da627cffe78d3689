import { describe, expect, it } from "vitest";
import type { Guild } from "../../../local/discord/guild.ts";
import { labelsOf, shown, startBot, startDiscord, textOf } from "./start-discord.ts";

describe("without the message content intent", () => {
  const withHelp = (mode: string) => {
    const channels: { help: string; forum: string } = { help: "", forum: "" };
    const prepare = (guild: Guild) => {
      channels.help = guild.channel("help");
      channels.forum = guild.forum("questions");
      return { DISCORD_HELP_CHANNELS: `${channels.help}:${mode},${channels.forum}` };
    };
    return { channels, prepare };
  };

  it("commands, direct messages and mentions are answered, and what can't be read is left alone", async () => {
    const { channels, prepare } = withHelp("all");
    const { ana, answer, heard, said } = await startDiscord({ prepare });
    await answer(channels.help);
    ana.says(channels.help, "my key is lost");
    await heard();
    ana.says(channels.help, "@signpost my key is lost");
    expect(textOf(await answer(channels.help, 1))).toContain("I lost the key");
    ana.says(ana.dm, "my key is lost");
    await answer(ana.dm);
    expect(said(channels.help).length).toBe(2);
  });

  it("a post in a forum is answered by its title", async () => {
    const { channels, prepare } = withHelp("all");
    const { ana, answer } = await startDiscord({ prepare });
    const { thread } = ana.posts(channels.forum, { title: "my key is lost", text: "please" });
    expect(textOf(await answer(thread.id))).toContain("I lost the key");
  });

  it("a help channel has one panel, also after a restart, which answers who presses alone", async () => {
    const { channels, prepare } = withHelp("questions");
    const { guild, ana, bo, answer, said, discord } = await startDiscord({ prepare });
    const panel = await answer(channels.help);
    expect(labelsOf(panel)).toEqual(["Describe the problem", "Topics"]);
    const topics = await bo.presses(panel, "Topics");
    expect(topics).toMatchObject({ kind: "replied", message: { visibleTo: bo.id } });
    await ana.presses(panel, "Describe the problem");
    const modal = await guild.until(() => guild.modal(ana));
    const told = await ana.submits(modal, { question: "my window is stuck" });
    expect(textOf(shown(told))).toContain("The window does not open");
    await discord.stop();
    await startBot(guild, { settings: { DISCORD_HELP_CHANNELS: channels.help } }).then((next) => next.stop());
    expect(said(channels.help, { id: "nobody" }).length).toBe(1);
  });

  it("a channel in which the bot may not look back has no panel: it would be a new one with each start", async () => {
    const { channels, prepare } = withHelp("questions");
    const { said, settled } = await startDiscord({
      prepare: (guild) => {
        const settings = prepare(guild);
        guild.deny(channels.help, ["ReadMessageHistory"]);
        return settings;
      },
    });
    await settled();
    expect(said(channels.help)).toEqual([]);
  });

  it("a channel that waits for mentions has no panel", async () => {
    const { channels, prepare } = withHelp("mentions");
    const { said, settled } = await startDiscord({ prepare });
    await settled();
    expect(said(channels.help)).toEqual([]);
  });
});
