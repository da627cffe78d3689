import type { Guild } from "../../local/discord/guild.ts";
import type { DiscordPerson } from "../../local/discord/people/person.ts";
import { displayTextOf, flattenComponents } from "../../local/discord/schemas/flatten-components.ts";
import type { GuildMessage } from "../../local/discord/state/model.ts";

/** The bot's messages that a person sees in a channel, in its threads and in their direct messages. */
export function botMessagesTo(guild: Guild, person: DiscordPerson, channel: string): readonly GuildMessage[] {
  const threads = guild.data.channels.filter((one) => one.kind === "thread" && one.parent === channel);
  return [channel, ...threads.map(({ id }) => id), person.dm].flatMap((place) =>
    guild.messagesSeenBy(person, place).filter(({ author }) => author === guild.botUserId),
  );
}

/** A message's text, classic or Components V2, without Markdown escapes. */
export function plainTextOf({ content, components }: GuildMessage): string {
  return `${content}${displayTextOf(components)}`.replaceAll("\\", "");
}

/** The custom_ids of a message's buttons. Link buttons have none. */
export function customIdsOf({ components }: GuildMessage): readonly string[] {
  return flattenComponents(components).flatMap(({ component }) =>
    component.type === 2 && component.custom_id !== undefined ? [component.custom_id] : [],
  );
}

/** Counts answers, not messages: only the last part of a split answer has buttons. */
export function countAnswers(messages: readonly GuildMessage[]): number {
  const complete = messages.filter((message) => customIdsOf(message).length > 0);
  const texts = messages.map(plainTextOf);
  const repeated = texts.map((one) => texts.filter((other) => other === one).length);
  return Math.max(complete.length, ...repeated.filter((count) => count > 1));
}
