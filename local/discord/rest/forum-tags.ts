import type { GuildContext } from "../guild-context.ts";
import { complaint } from "../schemas/fields.ts";
import { may } from "../state/permissions.ts";
import { findChannel } from "../state/find.ts";
import { type Refusal, refuse, refuseField } from "./result.ts";

interface Applied {
  readonly parent: string;
  readonly tags: readonly string[];
  /** Those that are there already. */
  readonly before?: readonly string[];
}

/** Whether a post may have these tags: resources/channel#forum-tag-object */
export function checkTags(core: GuildContext, { parent, tags, before = [] }: Applied): Refusal | undefined {
  const forum = findChannel(core, parent);
  if (forum?.kind !== "forum") return tags.length > 0 ? refuse(50024) : undefined;
  for (const [at, id] of tags.entries()) {
    const tag = forum.tags.find((one) => one.id === id);
    if (!tag) return refuseField(["applied_tags", at], complaint("FORUM_TAG_UNKNOWN", "Unknown tag"));
    const isNew = !before.includes(id);
    if (isNew && tag.isModerated && !may(core, forum, "ManageThreads")) return refuse(50013);
  }
  return forum.requiresTag && tags.length === 0 ? refuse(40067) : undefined;
}
