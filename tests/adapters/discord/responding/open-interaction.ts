import { Events, type Interaction, REST, Routes } from "discord.js";
import type { DiscordMessage } from "../../../../adapters/discord/rendering/render-answer.ts";
import { renderAnswer } from "../../../../adapters/discord/rendering/render-answer.ts";
import { restOptions } from "../../../../adapters/discord/rest/rest-options.ts";
import { postMessage } from "../../../../adapters/discord/sending/post-message.ts";
import type { Guild } from "../../../../local/discord/guild.ts";
import { connectApp, openGuild } from "../../../local/discord/connect-app.ts";
import { answerOf } from "../../../support/core-saying.ts";

export const requests = {
  callback: "POST /interactions/{interaction}/{token}/callback",
  getOriginal: "GET /webhooks/{application}/{token}/messages/{message}",
  editOriginal: "PATCH /webhooks/{application}/{token}/messages/{message}",
};

/** A guild with a connected app, and a REST client that does not retry on its own, so that each fault is seen. */
async function openApp() {
  const opened = await openGuild();
  const { guild, ana, channel } = opened;
  const received: Interaction[] = [];
  await connectApp(guild, (client) => client.on(Events.InteractionCreate, (one) => received.push(one)));
  const rest = new REST({ ...restOptions(guild.restUrl), retries: 0 }).setToken(guild.token);
  const interaction = () => guild.until(() => received[0]);
  /** What ana sees of the bot in the channel. */
  const seen = () =>
    guild
      .messagesSeenBy(ana, channel)
      .filter(({ author, type }) => author === guild.botUserId && type !== 21);
  return { ...opened, rest, interaction, seen };
}

/** A slash command that waits for its response. */
export async function openCommand() {
  const app = await openApp();
  const { guild, ana, channel, rest } = app;
  const command = { name: "ask", description: "Ask" };
  await rest.put(Routes.applicationCommands(guild.applicationId), { body: [command] });
  const outcome = ana.types(channel, "ask");
  return { ...app, outcome, interaction: await app.interaction() };
}

/** A press of a button that waits for its response. */
export async function openPress() {
  const app = await openApp();
  const { guild, ana, channel, rest, seen } = app;
  const button = { kind: "press", label: "On", token: "on" } as const;
  const [message] = renderAnswer({ ...answerOf("First"), buttons: [button] });
  if (message) await postMessage(rest, channel, { message, key: "first" });
  const outcome = ana.presses(await guild.until(() => seen()[0]), "On");
  return { ...app, outcome, interaction: await app.interaction() };
}

export function toMessage(text: string): DiscordMessage {
  const [message] = renderAnswer(answerOf(text));
  if (!message) throw new Error("nothing was rendered");
  return message;
}

/** The next requests of a kind are done, but their results are lost. */
export function loseResults(guild: Guild, on: string, count = 1): void {
  for (let index = 0; index < count; index += 1) guild.faults.next({ on, kind: "lostAnswer" });
}
