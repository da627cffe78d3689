import type { DiscordOutcome } from "../../../local/discord/people/outcome.ts";
import type { DiscordAction } from "../../discord/actions.ts";
import type { DiscordView } from "../../discord/view.ts";
import { defineDrawing } from "../platform-drawing.tsx";
import { Discord } from "./discord.tsx";

export const discordDrawing = defineDrawing<DiscordView, DiscordAction, DiscordOutcome>({
  label: (strings) => strings.discord,
  Component: Discord,
  nameOf: ({ users }, id) => users[id]?.name,
});
