import type { Guild } from "../../local/discord/guild.ts";
import type { Person } from "../../local/discord/people/person.ts";
import { leavesOf, textOf } from "../../local/discord/schemas/walk.ts";
import type { Message } from "../../local/discord/state/model.ts";

/** Everything that the bot said to somebody: in a channel, in its threads and in their direct messages. */
export function saidTo(guild: Guild, person: Person, channel: string): readonly Message[] {
  const threads = guild.data.channels.filter((one) => one.kind === "thread" && one.parent === channel);
  return [channel, ...threads.map(({ id }) => id), person.dm].flatMap((place) =>
    guild.messagesSeenBy(person, place).filter(({ author }) => author === guild.botUserId),
  );
}

/** The words of a message, classic or with Components V2, without the marks that disarm them. */
export function wordsOf({ content, components }: Message): string {
  return `${content}${textOf(components)}`.replaceAll("\\", "");
}

/** The custom_ids of a message's buttons; those that open a page have none. */
export function buttonsOf({ components }: Message): readonly string[] {
  return leavesOf(components).flatMap(({ component }) =>
    component.type === 2 && component.custom_id !== undefined ? [component.custom_id] : [],
  );
}

/** How many answers some messages are: one that is too long for a message has its buttons under the last part. */
export function countAnswers(messages: readonly Message[]): number {
  const whole = messages.filter((message) => buttonsOf(message).length > 0);
  const words = messages.map(wordsOf);
  const repeated = words.map((one) => words.filter((other) => other === one).length);
  return Math.max(whole.length, ...repeated.filter((count) => count > 1));
}
