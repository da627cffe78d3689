import type { Guild } from "../../local/discord/guild.ts";
import type { Workspace } from "../../local/slack/workspace.ts";
import type { Backstage, TurnRecord } from "./backstage.ts";

/** The turn that a message of the bot came of; its key is platform/channel/id. */
export type TurnOf = (key: string) => string | undefined;

/** A message of the bot as it is now, and who alone sees it. */
interface Seen {
  readonly key: string;
  readonly message: object;
  readonly reader: string | undefined;
}

/**
 * Notes which turn each message of the bot comes of: one that appears or changes belongs to a turn whose reply is on
 * its way; of several, to that of the person who reads it, or to the last.
 */
export function followPosts(workspace: Workspace, guild: Guild, backstage: Backstage): TurnOf {
  const known = new Map<string, object>();
  const turns = new Map<string, string>();
  const note = (platform: string, all: readonly Seen[]) => {
    const fresh = all.filter(({ key, message }) => known.get(key) !== message);
    if (fresh.length === 0) return;
    const underWay = backstage
      .turns()
      .filter((turn) => turn.platform === platform && turn.endedAt === undefined);
    for (const { key, message, reader } of fresh) {
      known.set(key, message);
      const turn = underWay.find((one) => isOf(one, reader)) ?? underWay[0];
      if (turn) turns.set(key, turn.id);
    }
  };
  workspace.onChange(() => note("slack", slackPosts(workspace)));
  guild.onChange(() => note("discord", discordPosts(guild)));
  return (key) => turns.get(key);
}

/** A person's key begins with their tenant and ends with their id. */
function isOf({ person }: TurnRecord, reader: string | undefined): boolean {
  return reader !== undefined && person.endsWith(reader);
}

function slackPosts({ data, botUserId }: Workspace): readonly Seen[] {
  return Object.values(data.messages).flatMap((messages) =>
    messages.flatMap((message) => {
      if (message.botId === undefined) return [];
      const channel = data.channels.find(({ id }) => id === message.channel);
      const other = channel?.kind === "im" ? channel.members.find((id) => id !== botUserId) : undefined;
      const key = `slack/${message.channel}/${message.ts}`;
      return [{ key, message, reader: message.visibleTo ?? other }];
    }),
  );
}

function discordPosts({ data, botUserId }: Guild): readonly Seen[] {
  return Object.values(data.messages).flatMap((messages) =>
    messages.flatMap((message) => {
      if (message.author !== botUserId) return [];
      const channel = data.channels.find(({ id }) => id === message.channel);
      const other = channel?.kind === "dm" ? channel.with : undefined;
      const key = `discord/${message.channel}/${message.id}`;
      return [{ key, message, reader: message.visibleTo ?? other }];
    }),
  );
}
