import { type Guild, startGuild } from "../../local/discord/guild.ts";
import {
  type ApiCall,
  type BotMessage,
  type LocalPlatform,
  type OpenLocalPlatform,
  runAction,
} from "../server/local-platform.ts";
import { people } from "../server/people.ts";
import { type Picture, toPicture } from "../server/pictures.ts";
import { discordActionSchema, performDiscordAction } from "./actions.ts";
import { receivedInDiscord } from "./received.ts";
import { viewDiscord } from "./view.ts";

interface LocalDiscord extends LocalPlatform {
  readonly guild: Guild;
}

/** A Discord guild with the playground's people, a help channel, a general channel and a help forum. */
export async function openDiscord(): Promise<LocalDiscord> {
  // One person uses it on loopback: rate limits would only be in the way.
  const unlimited = Number.POSITIVE_INFINITY;
  const guild = await startGuild({ burst: unlimited, perSecond: unlimited, privileged: ["MessageContent"] });
  const moderators = guild.role("moderators", ["ManageThreads", "ManageMessages"]);
  for (const { name, locale, isModerator } of people)
    guild.person(name, { locale, roles: isModerator ? [moderators] : [] });
  const help = guild.channel("aws-help");
  guild.channel("general");
  const forum = guild.forum("ask-a-question", { tags: ["sign-in", "billing"], moderated: ["solved"] });
  return {
    name: "discord",
    guild,
    settings: {
      DISCORD_TOKEN: guild.token,
      DISCORD_API_URL: guild.restUrl,
      DISCORD_HELP_CHANNELS: `${help},${forum}`,
    },
    view: (name, turnOf) => viewDiscord({ guild, name, turnOf }),
    act: (name, order) =>
      runAction(discordActionSchema, order, (act) =>
        performDiscordAction({ guild, person: guild.person(name) }, act),
      ),
    botMessages: () => botMessages(guild),
    received: (name) => receivedInDiscord(guild, name),
    picture: (id) => findPicture(guild, id),
    calls: () => guild.calls.map(toCall),
    onChange: guild.onChange,
    close: () => guild.close(),
  };
}

export const openLocalPlatform: OpenLocalPlatform = () => openDiscord();

function botMessages({ data, botUserId }: Guild): readonly BotMessage[] {
  return Object.values(data.messages).flatMap((messages) =>
    messages.flatMap((message) => {
      if (message.author !== botUserId) return [];
      const channel = data.channels.find(({ id }) => id === message.channel);
      const other = channel?.kind === "dm" ? channel.with : undefined;
      const key = `discord/${message.channel}/${message.id}`;
      return [{ key, content: message, reader: message.visibleTo ?? other }];
    }),
  );
}

function findPicture({ data, fileContent }: Guild, id: string): Picture | undefined {
  const content = fileContent(id);
  const file = Object.values(data.messages)
    .flatMap((messages) => messages.flatMap(({ attachments }) => attachments))
    .find((one) => one.id === id);
  return content && toPicture(file?.contentType, content);
}

/** Interaction tokens are cut out of the path: they are long and random. */
function toCall({ at, method, path, body, status, answer }: Guild["calls"][number]): ApiCall {
  return { at, name: `${method} ${path.replace(/[\w-]{60,}/, "...")}`, body, status, answer };
}
