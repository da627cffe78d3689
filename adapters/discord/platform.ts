import { definePlatform } from "../../src/platform/platform.ts";
import { discordSettings } from "./settings.ts";

export const discord = definePlatform({
  name: "discord",
  title: "Discord",
  requiredSettings: ["DISCORD_TOKEN"],
  settings: discordSettings,
  createAdapter: async (settings, { log, memory }) => {
    const { createDiscord } = await import("./index.ts");
    return createDiscord({ settings, log, memory });
  },
  checkSetup: async (settings, question) => {
    const { checkDiscordSetup } = await import("./setup-check.ts");
    return checkDiscordSetup(settings, question);
  },
});
