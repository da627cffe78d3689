import type { GuildContext } from "../guild-context.ts";
import type { AllowedMentions } from "../schemas/allowed-mentions.ts";
import type { GuildMessage, Mentions } from "./model.ts";

interface MentionSource {
  readonly content: string;
  /** undefined: everything pings (resources/message#allowed-mentions-object). */
  readonly allowed?: AllowedMentions | undefined;
  /** The message that it replies to. */
  readonly replied?: GuildMessage | undefined;
  /** Whether the author may ping @everyone and all roles. */
  readonly canMentionAll: boolean;
}

/** Finds who is pinged by a message: reference#message-formatting */
export function findMentions(
  { state }: GuildContext,
  { content, allowed, replied, canMentionAll }: MentionSource,
): Mentions {
  const { parse, users = [], roles = [], replied_user: pingsReplied = false } = allowed ?? allMentions;
  const named = idsIn(content, /<@!?(\d+)>/g).filter((id) => state.data.users.some((user) => user.id === id));
  const namedRoles = idsIn(content, /<@&(\d+)>/g).filter((id) =>
    state.data.roles.some((role) => role.id === id),
  );
  const parsed = parse ?? [];
  const pinged = named.filter((id) => parsed.includes("users") || users.includes(id));
  return {
    users: [...new Set([...pinged, ...(replied && pingsReplied ? [replied.author] : [])])],
    roles: canMentionAll ? namedRoles.filter((id) => parsed.includes("roles") || roles.includes(id)) : [],
    everyone: canMentionAll && /@(everyone|here)/.test(content) && parsed.includes("everyone"),
  };
}

const allMentions: AllowedMentions = {
  parse: ["users", "roles", "everyone"],
  users: undefined,
  roles: undefined,
  replied_user: true,
};

function idsIn(content: string, pattern: RegExp): readonly string[] {
  return [...new Set([...content.matchAll(pattern)].map(([, id = ""]) => id))];
}
