import { type Client, type GuildForumTag, PermissionFlagsBits, type ThreadChannel } from "discord.js";
import type { Logger } from "../../../src/lib/logger.ts";
import type { Core } from "../../../src/platform/adapter.ts";
import type { Effect } from "../../../src/platform/outcome.ts";
import { maxTagsPerPost } from "../limits.ts";
import type { UserPlace } from "../place.ts";
import { escapeText } from "../rendering/markdown.ts";

interface SolvedTagContext {
  readonly client: () => Client<true>;
  readonly core: Core;
  readonly log: Logger;
}

interface SolvedTagOptions {
  readonly effect: Effect | undefined;
  /** The reason for the audit log, in the language of the answer. */
  readonly reason: string;
}

/**
 * Adds the forum's solved tag to a post, or removes it, if the forum has such a tag and the bot has Manage Threads
 * (topics/threads).
 * @returns the reason as Discord Markdown, to be shown in the post; undefined unless the tag was added
 */
export async function updateSolvedTag(
  { client, core, log }: SolvedTagContext,
  place: UserPlace,
  { effect, reason }: SolvedTagOptions,
): Promise<string | undefined> {
  if (!effect || place.kind !== "thread") return undefined;
  const thread = await client()
    .channels.fetch(place.channel)
    .catch(() => null);
  if (!thread?.isThread() || !canManage(thread)) return undefined;
  const tag = findSolvedTag(thread, core);
  if (!tag) return undefined;
  const isSolved = effect.as === "solved";
  const tags = changedTags(thread, tag.id, isSolved);
  if (!tags) return undefined;
  try {
    await thread.setAppliedTags([...tags], reason);
    return isSolved ? escapeText(reason) : undefined;
  } catch (error) {
    log.warn({ err: error, channel: thread.id }, "discord: solved tag not updated");
    return undefined;
  }
}

function canManage(thread: ThreadChannel): boolean {
  const { me } = thread.guild.members;
  return me !== null && thread.permissionsFor(me).has(PermissionFlagsBits.ManageThreads);
}

function findSolvedTag(thread: ThreadChannel, { languages, surface }: Core): GuildForumTag | undefined {
  const solvedNames = languages().flatMap((locale) => surface(locale).solvedTags);
  return forumOf(thread)?.availableTags.find(({ name }) => solvedNames.includes(normalizeTagName(name)));
}

function forumOf({ parent }: ThreadChannel) {
  return parent?.isThreadOnly() ? parent : undefined;
}

/** Lower case, without symbols and emojis around the name. */
function normalizeTagName(name: string): string {
  return name
    .normalize("NFC")
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
}

/** Undefined if nothing changes, a post has its maximum of tags, or the forum requires one and this is the last. */
function changedTags(thread: ThreadChannel, tag: string, isSolved: boolean): readonly string[] | undefined {
  const { appliedTags } = thread;
  if (appliedTags.includes(tag) === isSolved) return undefined;
  if (isSolved) return appliedTags.length < maxTagsPerPost ? [...appliedTags, tag] : undefined;
  const remaining = appliedTags.filter((applied) => applied !== tag);
  return remaining.length === 0 && forumOf(thread)?.flags.has("RequireTag") ? undefined : remaining;
}
