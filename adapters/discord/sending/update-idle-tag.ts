import type { Locale } from "../../../src/answer/locale.ts";
import type { Logger } from "../../../src/lib/logger.ts";
import type { DiscordPlace } from "../place.ts";
import { mayPass } from "../rest/api-failure.ts";
import { changeForumTag, type ForumTagContext } from "./forum-tags.ts";

class ArchivedError extends Error {}

interface IdleTagContext extends ForumTagContext {
  readonly log: Logger;
}

/**
 * Adds the forum's tag for posts without a reaction, or removes it.
 * @param change.locale the language of the reason in the audit log
 * @returns whether it is so now; false where there is no such tag, the bot may not set it, or the post is archived
 * @throws what may pass; while a post is archived, that it has to lose the tag
 */
export async function updateIdleTag(
  context: IdleTagContext,
  place: DiscordPlace,
  { isIdle, locale }: { readonly isIdle: boolean; readonly locale: Locale },
): Promise<boolean> {
  if (place.kind !== "thread") return false;
  const { channel } = place;
  const reason = context.core.surface(locale).markedIdle;
  try {
    const change = { names: "idleTags", isWanted: isIdle, reason } as const;
    const changed = await changeForumTag(context, channel, change);
    // A reaction opens the post again, though perhaps only now.
    if (changed === "archived" && !isIdle) throw new ArchivedError("the post is archived");
    return changed === "changed" || changed === "unchanged";
  } catch (error) {
    if (mayPass(error) || error instanceof ArchivedError) throw error;
    context.log.warn({ err: error, channel }, "discord: idle tag not updated");
    return false;
  }
}
