import type { Guild } from "../../local/discord/guild.ts";
import type { Workspace } from "../../local/slack/workspace.ts";
import { people } from "../server/people.ts";

/** The channels that the settings name, by their ids. */
export interface Scene {
  readonly slackHelp: string;
  readonly slackTeam: string;
  readonly discordHelp: string;
  readonly discordForum: string;
}

/** Peoples a workspace and a server, and gives each a help channel, one to talk in, and one for a team. */
export function setScene(workspace: Workspace, guild: Guild): Scene {
  const members = people.map(({ name }) => workspace.person(name));
  const moderators = guild.role("moderators", ["ManageThreads", "ManageMessages"]);
  for (const { name, locale, isModerator } of people)
    guild.person(name, { locale, roles: isModerator ? [moderators] : [] });

  const slackHelp = workspace.channel("aws-help", { members });
  workspace.channel("general", { members });
  const team = members.filter(({ name }) => people.some((one) => one.name === name && one.isModerator));
  const slackTeam = workspace.channel("support-team", { members: team, isPrivate: true });
  const discordHelp = guild.channel("aws-help");
  guild.channel("general");
  const discordForum = guild.forum("ask-a-question", { tags: ["sign-in", "billing"], moderated: ["solved"] });
  return { slackHelp, slackTeam, discordHelp, discordForum };
}
