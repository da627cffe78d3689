import { z } from "zod";
import { thread as limits } from "../limits.ts";
import { list, maybe, snowflake, text, whole } from "./fields.ts";
import { messageBody } from "./messages.ts";

const archiveAfter = maybe(z.literal(limits.archiveAfter));
const shared = {
  name: text(1, limits.name),
  auto_archive_duration: archiveAfter,
  rate_limit_per_user: maybe(whole(0, limits.slowmode)),
};

/**
 * resources/channel#start-thread-without-message: 11 is public, 12 private, which is the default. Also
 * #start-thread-from-message: discord.js sends it the same fields, and those that mean nothing are left alone.
 */
export const threadStart = z.strictObject({
  ...shared,
  type: maybe(z.literal([11, 12])),
  invitable: maybe(z.boolean()),
});

/** resources/channel#start-thread-in-forum-or-media-channel */
export const forumPost = z.strictObject({
  ...shared,
  message: messageBody,
  applied_tags: maybe(list(snowflake, 0, limits.appliedTags)),
});

/** resources/channel#modify-channel, of a thread */
export const threadChange = z.strictObject({
  name: maybe(text(1, limits.name)),
  archived: maybe(z.boolean()),
  locked: maybe(z.boolean()),
  invitable: maybe(z.boolean()),
  auto_archive_duration: archiveAfter,
  rate_limit_per_user: maybe(whole(0, limits.slowmode)),
  flags: maybe(z.int()),
  applied_tags: maybe(list(snowflake, 0, limits.appliedTags)),
});

/** resources/user#create-dm */
export const openDirect = z.strictObject({ recipient_id: snowflake });
