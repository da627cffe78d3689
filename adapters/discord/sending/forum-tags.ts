import { type Client, type GuildForumTag, PermissionFlagsBits, type ThreadChannel } from "discord.js";
import { createKeyedQueue } from "../../../src/lib/keyed-queue.ts";
import type { Core } from "../../../src/platform/adapter.ts";
import type { SurfaceStrings } from "../../../src/platform/surface-strings.ts";
import { maxTagsPerPost } from "../limits.ts";

export interface ForumTagContext {
  readonly client: () => Client<true>;
  readonly core: Pick<Core, "languages" | "surface">;
}

interface TagChange {
  /** Which of the forum's tags, by its names in any language that is spoken. */
  readonly names: "solvedTags" | "idleTags";
  readonly isWanted: boolean;
  /** For the audit log. */
  readonly reason: string;
}

/**
 * Tags are sent as a whole list, so that two changes of one post would undo each other: they wait for each other here.
 */
const queue = createKeyedQueue();

/**
 * Adds a tag to a forum post, or removes it, if the forum has such a tag and the bot has Manage Threads (topics/threads).
 * An archived post is left alone: it can't be changed without opening it, for which everybody would see it come back.
 * @returns `unchanged` if it is so already; `impossible` if the post can't have the tag, or not lose it
 * @throws what Discord refuses
 */
export function changeForumTag(
  context: ForumTagContext,
  post: string,
  change: TagChange,
): Promise<"changed" | "unchanged" | "archived" | "impossible"> {
  return queue(post, async () => {
    const thread = await context
      .client()
      .channels.fetch(post)
      .catch(() => null);
    if (!thread?.isThread() || !canManage(thread)) return "impossible";
    const tag = findTag(thread, context.core, change.names);
    if (!tag) return "impossible";
    if (thread.appliedTags.includes(tag.id) === change.isWanted) return "unchanged";
    const tags = change.isWanted ? tagsWith(thread, tag.id) : tagsWithout(thread, tag.id);
    if (!tags) return "impossible";
    if (thread.archived) return "archived";
    await thread.setAppliedTags([...tags], change.reason);
    return "changed";
  });
}

function canManage(thread: ThreadChannel): boolean {
  const { me } = thread.guild.members;
  return me !== null && thread.permissionsFor(me).has(PermissionFlagsBits.ManageThreads);
}

function findTag(
  thread: ThreadChannel,
  { languages, surface }: ForumTagContext["core"],
  kind: keyof SurfaceStrings & TagChange["names"],
): GuildForumTag | undefined {
  const names = languages().flatMap((locale) => surface(locale)[kind]);
  return forumOf(thread)?.availableTags.find(({ name }) => names.includes(normalizeTagName(name)));
}

function forumOf({ parent }: ThreadChannel) {
  return parent?.isThreadOnly() ? parent : undefined;
}

/** Lower case, without symbols and emojis around the name. */
export function normalizeTagName(name: string): string {
  return name
    .normalize("NFC")
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
}

/** Undefined if the post has its maximum of tags. */
function tagsWith({ appliedTags }: ThreadChannel, tag: string): readonly string[] | undefined {
  return appliedTags.length < maxTagsPerPost ? [...appliedTags, tag] : undefined;
}

/** Undefined if the forum requires a tag and this is the last. */
function tagsWithout(thread: ThreadChannel, tag: string): readonly string[] | undefined {
  const remaining = thread.appliedTags.filter((applied) => applied !== tag);
  return remaining.length === 0 && forumOf(thread)?.flags.has("RequireTag") ? undefined : remaining;
}
