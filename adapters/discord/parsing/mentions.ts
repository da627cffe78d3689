import type { Message } from "discord.js";

/**
 * Whether a message mentions the bot: by name, or by the role that Discord made for it (topics/permissions#role-object,
 * `tags.bot_id`). Other roles, @everyone, @here and the ping of a reply don't count.
 */
export function isMention(message: Message): boolean {
  const { mentions, client } = message;
  const options = { ignoreEveryone: true, ignoreRoles: true, ignoreRepliedUser: true };
  return mentions.has(client.user, options) || mentionsOwnRole(message);
}

/** Whether the bot's own role is mentioned. Without the message content intent, such a message is empty. */
export function mentionsOwnRole({ mentions, client }: Message): boolean {
  return mentions.roles.some(({ tags }) => tags?.botId === client.user.id);
}

/** Whether a message is for everybody. Who may not ping everybody writes it all the same. */
export function isForEveryone({ mentions, content }: Message): boolean {
  return mentions.everyone || /@(everyone|here)\b/.test(content ?? "");
}
