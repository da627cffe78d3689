import type { Guild } from "../../local/discord/guild.ts";
import type { AnyChannel, GuildMessage } from "../../local/discord/state/model.ts";
import type { ReceivedMessage } from "../server/local-platform.ts";

/**
 * What others wrote where a person sees it, as Discord marks it: of threads and forum posts only those that they joined. In
 * direct messages and in their threads everything is for them, elsewhere what names them or only they can see.
 */
export function receivedInDiscord(guild: Guild, name: string): readonly ReceivedMessage[] {
  const person = guild.person(name);
  return guild.data.channels
    .filter((channel) => isMarked(channel, person.id))
    .flatMap((channel) =>
      guild
        .messagesSeenBy(person, channel.id)
        .filter(({ author }) => author !== person.id)
        .map((message) => ({
          place: channel.id,
          id: message.id,
          isDirect: channel.kind !== "text" || isFor(person.id, message),
        })),
    );
}

function isMarked(channel: AnyChannel, me: string): boolean {
  switch (channel.kind) {
    case "text":
      return true;
    case "dm":
      return channel.with === me;
    case "thread":
      return channel.members.includes(me);
    case "forum":
      return false;
  }
}

function isFor(me: string, { visibleTo, mentions }: GuildMessage): boolean {
  return visibleTo === me || mentions.users.includes(me);
}
