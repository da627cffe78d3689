import { DiscordAPIError, HTTPError, REST } from "discord.js";
import { z } from "zod";
import { failed, type SetupCheck } from "../../src/platform/setup-check.ts";
import type { DiscordSettings } from "./settings.ts";

/** The bot as GET /users/@me tells it. */
export const botSchema = z.object({ id: z.string(), username: z.string() });

/** A REST client for the doctor. */
export function openSetupRest({ DISCORD_TOKEN: token, DISCORD_API_URL: api }: DiscordSettings): REST {
  return new REST({ retries: 1, ...(api !== undefined && { api }) }).setToken(token);
}

/** What is wrong where even the bot itself can't be read. */
export function explainFailure(error: unknown): SetupCheck {
  const isUnauthorized =
    (error instanceof DiscordAPIError || error instanceof HTTPError) && error.status === 401;
  if (isUnauthorized) {
    return failed(
      "DISCORD_TOKEN is refused",
      "reset the token on the Bot page of your application, and put the new one into .env",
    );
  }
  return failed(`Discord can't be reached (${errorText(error)})`, "check the network and DISCORD_API_URL");
}

/** What went wrong, in one line: discord.js puts each field of a refused body on a line of its own. */
export function errorText(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/\s+/g, " ");
}
