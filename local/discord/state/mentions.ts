import type { GuildContext } from "../guild-context.ts";
import type { AllowedMentions } from "../schemas/allowed-mentions.ts";
import type { Mentions, Message } from "./model.ts";

interface Said {
  readonly content: string;
  /** undefined where nothing was said about it: then everything pings (resources/message#allowed-mentions-object). */
  readonly allowed?: AllowedMentions | undefined;
  /** The message that is replied to. */
  readonly replied?: Message | undefined;
  /** Whether who wrote it may ping everybody and every role. */
  readonly mayPingAll: boolean;
}

/** Who is pinged by a message: reference#message-formatting */
export function mentionsIn(
  { state }: GuildContext,
  { content, allowed, replied, mayPingAll }: Said,
): Mentions {
  const { parse, users = [], roles = [], replied_user: pingsReplied = false } = allowed ?? everything;
  const named = idsIn(content, /<@!?(\d+)>/g).filter((id) => state.data.users.some((user) => user.id === id));
  const namedRoles = idsIn(content, /<@&(\d+)>/g).filter((id) =>
    state.data.roles.some((role) => role.id === id),
  );
  const parsed = parse ?? [];
  const pinged = named.filter((id) => parsed.includes("users") || users.includes(id));
  return {
    users: [...new Set([...pinged, ...(replied && pingsReplied ? [replied.author] : [])])],
    roles: mayPingAll ? namedRoles.filter((id) => parsed.includes("roles") || roles.includes(id)) : [],
    everyone: mayPingAll && /@(everyone|here)/.test(content) && parsed.includes("everyone"),
  };
}

const everything: AllowedMentions = {
  parse: ["users", "roles", "everyone"],
  users: undefined,
  roles: undefined,
  replied_user: true,
};

function idsIn(content: string, pattern: RegExp): readonly string[] {
  return [...new Set([...content.matchAll(pattern)].map(([, id = ""]) => id))];
}
