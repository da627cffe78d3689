import { type GuildForumTag, PermissionFlagsBits, type ThreadChannel } from "discord.js";
import type { Effect } from "../../../src/platform/outcome.ts";
import type { SurfaceStrings } from "../../../src/platform/surface-strings.ts";
import type { HandlerContext } from "../handlers/handler-context.ts";
import { postTags } from "../limits.ts";
import type { PersonsPlace } from "../place.ts";
import { escapeText } from "../rendering/markdown.ts";

interface ForumMark {
  readonly effects: readonly Effect[];
  readonly words: SurfaceStrings;
  /** Who said so, as others see them. */
  readonly name: string;
}

/**
 * A forum post gets the forum's tag for what is solved, or loses it again, where there is such a tag and the bot may
 * set it (Manage Threads); topics/threads.
 * @returns why, to be said where all see it, in Discord's Markdown; undefined where nothing was changed or to be said
 */
export async function markForumPost(
  { client, log, core }: HandlerContext,
  place: PersonsPlace,
  { effects, words, name }: ForumMark,
): Promise<string | undefined> {
  const [effect] = effects;
  if (!effect || place.kind !== "thread") return undefined;
  const thread = await client()
    .channels.fetch(place.channel)
    .catch(() => null);
  if (!thread?.isThread()) return undefined;
  const names = core.languages().flatMap((locale) => core.surface(locale).solvedTags);
  const tag = solvedTag(thread, names);
  if (!tag || !mayTag(thread)) return undefined;
  const reason = words.markedSolved.replace("{person}", () => name);
  const next = nextTags(thread, tag.id, effect.as === "solved");
  if (!next) return undefined;
  try {
    await thread.setAppliedTags([...next], reason);
    return effect.as === "solved" ? escapeText(reason) : undefined;
  } catch (error) {
    log.warn({ err: error, channel: thread.id }, "discord: a post could not be tagged");
    return undefined;
  }
}

function forumOf({ parent }: ThreadChannel) {
  return parent?.isThreadOnly() ? parent : undefined;
}

function solvedTag(thread: ThreadChannel, names: readonly string[]): GuildForumTag | undefined {
  return forumOf(thread)?.availableTags.find(({ name }) => names.includes(toName(name)));
}

/** A tag's name without signs around it. */
function toName(name: string): string {
  return name
    .normalize("NFC")
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
}

function mayTag(thread: ThreadChannel): boolean {
  const { me } = thread.guild.members;
  return me !== null && thread.permissionsFor(me).has(PermissionFlagsBits.ManageThreads);
}

/** Undefined where nothing is to be changed, or can't be: a post has at most five tags, and some forums ask for one. */
function nextTags(thread: ThreadChannel, tag: string, isSolved: boolean): readonly string[] | undefined {
  const { appliedTags } = thread;
  if (appliedTags.includes(tag) === isSolved) return undefined;
  if (isSolved) return appliedTags.length < postTags ? [...appliedTags, tag] : undefined;
  const left = appliedTags.filter((applied) => applied !== tag);
  return left.length === 0 && forumOf(thread)?.flags.has("RequireTag") ? undefined : left;
}
