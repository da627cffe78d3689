import { type Guild, startGuild } from "../../local/discord/guild.ts";
import { startWorkspace, type Workspace } from "../../local/slack/workspace.ts";
import { plainTextOf } from "../discord/bot-messages.ts";

/** Somebody in a direct message with the bot. */
export interface Talker {
  says(text: string): void;
  /** The first line of each of the bot's messages, the oldest first. */
  seen(): readonly string[];
}

/** A platform on which people write direct messages. */
export interface TalkPlatform {
  readonly name: string;
  /** What connects the bot to it. */
  readonly settings: Readonly<Record<string, string>>;
  newTalker(name: string): Talker;
  close(): Promise<void>;
}

const unlimited = Number.POSITIVE_INFINITY;

export async function startSlackTalks(): Promise<TalkPlatform> {
  const workspace = await startWorkspace({ burst: unlimited });
  return {
    name: "slack",
    settings: {
      SLACK_BOT_TOKEN: workspace.botToken,
      SLACK_APP_TOKEN: workspace.appToken,
      SLACK_API_URL: workspace.apiUrl,
    },
    newTalker: (name) => slackTalker(workspace, name),
    close: () => workspace.close(),
  };
}

function slackTalker(workspace: Workspace, name: string): Talker {
  const person = workspace.person(name);
  return {
    says: (text) => void person.says(person.dm, text),
    seen: () =>
      workspace
        .messagesSeenBy(person, person.dm)
        .filter(({ botId }) => botId !== undefined)
        .map(({ text }) => firstLine(text)),
  };
}

export async function startDiscordTalks(): Promise<TalkPlatform> {
  const guild = await startGuild({ burst: unlimited, perSecond: unlimited, identifyWindowMs: 0 });
  return {
    name: "discord",
    settings: { DISCORD_TOKEN: guild.token, DISCORD_API_URL: guild.restUrl },
    newTalker: (name) => discordTalker(guild, name),
    close: () => guild.close(),
  };
}

function discordTalker(guild: Guild, name: string): Talker {
  const person = guild.person(name);
  return {
    says: (text) => void person.says(person.dm, text),
    seen: () =>
      guild
        .messagesSeenBy(person, person.dm)
        .filter(({ author }) => author === guild.botUserId)
        .map((message) => firstLine(plainTextOf(message))),
  };
}

/** Where an answer has its title; related topics stand further below. */
function firstLine(text: string): string {
  return text.split("\n").find((line) => line.trim() !== "") ?? "";
}
