import { definePlatform } from "../../src/platform/platform.ts";
import { discordSettings } from "./settings.ts";

export const discord = definePlatform({
  name: "discord",
  title: "Discord",
  requiredSettings: ["DISCORD_TOKEN"],
  firstSteps: [
    "open https://discord.com/developers/applications, and choose New Application",
    "Bot > Reset Token: DISCORD_TOKEN",
    "Installation > Guild Install: the scopes bot and applications.commands; then open the Install Link and choose your server",
  ],
  settings: discordSettings,
  ids: { channel: /^\d{2,20}$/, person: /^\d{2,20}$/ },
  createAdapter: async (settings, { log, memory }) => {
    const { createDiscord } = await import("./index.ts");
    return createDiscord({ settings, log, memory });
  },
  checkSetup: async (settings, question) => {
    const { checkDiscordSetup } = await import("./setup-check.ts");
    return checkDiscordSetup(settings, question);
  },
  async *tryChannel(settings, question) {
    const { tryDiscordChannel } = await import("./try-channel.ts");
    yield* tryDiscordChannel(settings, question);
  },
});
