import type { Logger } from "../../../src/lib/logger.ts";
import type { Effect } from "../../../src/platform/outcome.ts";
import type { UserPlace } from "../place.ts";
import { escapeText } from "../rendering/markdown.ts";
import { changeForumTag, type ForumTagContext } from "./forum-tags.ts";

interface SolvedTagContext extends ForumTagContext {
  readonly log: Logger;
}

interface SolvedTagOptions {
  readonly effect: Extract<Effect, { readonly kind: "mark" }> | undefined;
  /** The reason for the audit log, in the language of the answer. */
  readonly reason: string;
}

/**
 * Adds the forum's solved tag to a post, or removes it, if there is such a tag and the bot may set it.
 * @returns the reason as Discord Markdown, to be shown in the post; undefined unless the tag was added
 */
export async function updateSolvedTag(
  context: SolvedTagContext,
  place: UserPlace,
  { effect, reason }: SolvedTagOptions,
): Promise<string | undefined> {
  if (!effect || place.kind !== "thread") return undefined;
  const isWanted = effect.as === "solved";
  const { channel } = place;
  try {
    const change = await changeForumTag(context, channel, { names: "solvedTags", isWanted, reason });
    return isWanted && change === "changed" ? escapeText(reason) : undefined;
  } catch (error) {
    context.log.warn({ err: error, channel }, "discord: solved tag not updated");
    return undefined;
  }
}
