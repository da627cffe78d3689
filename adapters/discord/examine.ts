import { ApplicationFlagsBitField, DiscordAPIError, HTTPError, REST, Routes } from "discord.js";
import { z } from "zod";
import { type Finding, fault, fine } from "../../src/finding.ts";
import type { DiscordSettings } from "./settings.ts";

const userSchema = z.object({ username: z.string() });
const applicationSchema = z.object({
  flags: z.number().default(0),
  approximate_guild_count: z.number().default(0),
});

/**
 * Looks at what Discord has to have in place, without sending anything.
 * @param teamChannel the team's own channel, where one is set for Discord
 */
export async function examineDiscord(
  settings: DiscordSettings,
  teamChannel: string | undefined,
): Promise<readonly Finding[]> {
  const rest = new REST({
    retries: 1,
    ...(settings.DISCORD_API_URL !== undefined && { api: settings.DISCORD_API_URL }),
  }).setToken(settings.DISCORD_TOKEN);
  try {
    const { username } = userSchema.parse(await rest.get(Routes.user()));
    const application = applicationSchema.parse(await rest.get(Routes.currentApplication()));
    return [
      fine(`DISCORD_TOKEN works: ${username}`),
      intentsIn(application.flags),
      ...(teamChannel === undefined ? [] : [await examineChannel(rest, teamChannel)]),
    ];
  } catch (error) {
    return [unreachable(error)];
  }
}

/** The bot needs no privileged intent; topics/gateway#privileged-intents. */
function intentsIn(flags: number): Finding {
  const { GatewayMessageContent, GatewayMessageContentLimited } = ApplicationFlagsBitField.Flags;
  const hasContent = (flags & (GatewayMessageContent | GatewayMessageContentLimited)) !== 0;
  return fine(
    hasContent
      ? "the message content intent is there; the bot does without it so far"
      : "no privileged intent is switched on, and none is needed",
  );
}

async function examineChannel(rest: REST, channel: string): Promise<Finding> {
  try {
    await rest.get(Routes.channel(channel));
    return fine(`the bot sees the team channel ${channel}`);
  } catch (error) {
    const cure = "check the id, and give the bot View Channel and Send Messages there";
    return fault(`the team channel ${channel} can't be used (${saidIn(error)})`, cure);
  }
}

function unreachable(error: unknown): Finding {
  const isRefused = (error instanceof DiscordAPIError || error instanceof HTTPError) && error.status === 401;
  if (!isRefused)
    return fault(`Discord can't be reached (${saidIn(error)})`, "check the network and DISCORD_API_URL");
  return fault(
    "DISCORD_TOKEN is refused",
    "reset the token on the Bot page of your application, and put the new one into .env",
  );
}

function saidIn(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
