import { z } from "zod";
import { helpChannels } from "../../src/platform/help-channels.ts";

/** From 150,000 servers on, 2,500 a shard, Discord tells how many shards it takes: events/gateway#sharding-for-large-bots */
const maxShards = 60;

const shards = z
  .string()
  .refine(
    (text) => text === "auto" || (/^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= maxShards),
    `DISCORD_SHARDS must be auto (as many as Discord recommends) or a whole number from 1 to ${maxShards}`,
  )
  .transform((text) => (text === "auto" ? text : Number(text)));

/** Discord's part of the environment. */
export const discordSettings = {
  prefix: "DISCORD_",
  schema: z.object({
    DISCORD_TOKEN: z.string(
      "DISCORD_TOKEN is missing: copy it from the Bot page of your application in the Discord Developer Portal",
    ),
    DISCORD_HELP_CHANNELS: helpChannels("DISCORD_HELP_CHANNELS", {
      id: /^\d{2,20}$/,
      example: "123:all,456:questions:vi,789:mentions",
    }).exactOptional(),
    DISCORD_ANSWER_IN: z
      .enum(["reply", "thread"], "DISCORD_ANSWER_IN must be reply or thread")
      .exactOptional(),
    DISCORD_SHARDS: shards.default("auto"),
    DISCORD_API_URL: z
      .url("DISCORD_API_URL must be a full address, as in https://discord.com/api")
      .exactOptional(),
  }),
  /** Read by tests only: the path of Discord's OpenAPI description. */
  ignored: ["DISCORD_OPENAPI"],
};

export type DiscordSettings = z.infer<typeof discordSettings.schema>;
export type ShardSetting = DiscordSettings["DISCORD_SHARDS"];
