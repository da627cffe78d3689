import { readFileSync } from "node:fs";
import {
  ApplicationCommandOptionType,
  Client,
  Events,
  GatewayIntentBits,
  type InteractionReplyOptions,
} from "discord.js";
import { z } from "zod";

/**
 * The baseline for Signpost: a discord.js bot that replies to a command with the payload that a file holds for its
 * text. Runs as a child process and sends `{ port }` to its parent when it is ready.
 */
const settings = z
  .object({ DISCORD_TOKEN: z.string(), DISCORD_API_URL: z.string(), PAYLOADS: z.string() })
  .parse(process.env);
/** Written by record-answers.ts; the local guild validates it when it is sent. */
const payloadSchema = z.custom<InteractionReplyOptions>((value) => value instanceof Object);
const payloads = new Map(
  z.array(z.tuple([z.string(), payloadSchema])).parse(JSON.parse(readFileSync(settings.PAYLOADS, "utf8"))),
);
const option = {
  type: ApplicationCommandOptionType.String as const,
  name: "question",
  description: "What goes wrong",
};

const client = new Client({
  intents: [GatewayIntentBits.Guilds],
  rest: { api: settings.DISCORD_API_URL },
});
client.on(Events.InteractionCreate, async (interaction) => {
  if (!interaction.isChatInputCommand()) return;
  const question = interaction.options.getString("question") ?? "";
  await interaction.reply(payloads.get(question) ?? "What?");
});
client.once(Events.ClientReady, async ({ application }) => {
  await application.commands.set([{ name: "aws-help", description: "Help", options: [option] }]);
  process.send?.({ kind: "listening", port: 0 });
});
process.once("SIGTERM", () => void client.destroy());
await client.login(settings.DISCORD_TOKEN);
