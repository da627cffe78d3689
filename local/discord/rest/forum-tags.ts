import type { GuildContext } from "../guild-context.ts";
import { errorText } from "../schemas/fields.ts";
import { findChannel } from "../state/find.ts";
import { hasPermission } from "../state/permissions.ts";
import { apiError, fieldError, type RestError } from "./result.ts";

interface TagChange {
  readonly parent: string;
  readonly tags: readonly string[];
  /** The tags so far. */
  readonly before?: readonly string[];
}

/** Checks whether a post may have these tags: resources/channel#forum-tag-object */
export function checkTags(
  context: GuildContext,
  { parent, tags, before = [] }: TagChange,
): RestError | undefined {
  const forum = findChannel(context, parent);
  if (forum?.kind !== "forum") return tags.length > 0 ? apiError(50024) : undefined;
  for (const [at, id] of tags.entries()) {
    const tag = forum.tags.find((one) => one.id === id);
    if (!tag) return fieldError(["applied_tags", at], errorText("FORUM_TAG_UNKNOWN", "Unknown tag"));
    const isNew = !before.includes(id);
    if (isNew && tag.isModerated && !hasPermission(context, forum, "ManageThreads")) return apiError(50013);
  }
  return forum.requiresTag && tags.length === 0 ? apiError(40067) : undefined;
}
