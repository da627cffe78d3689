import { z } from "zod";
import { thread as limits } from "../limits.ts";
import { integer, list, optional, snowflake, text } from "./fields.ts";
import { messageBody } from "./messages.ts";

const archiveAfter = optional(z.literal(limits.archiveAfter));
const shared = {
  name: text(1, limits.name),
  auto_archive_duration: archiveAfter,
  rate_limit_per_user: optional(integer(0, limits.slowmode)),
};

/**
 * resources/channel#start-thread-without-message: 11 is public, 12 (the default) private. Also
 * #start-thread-from-message: discord.js sends it the same fields, and those that do not apply are ignored.
 */
export const threadStart = z.strictObject({
  ...shared,
  type: optional(z.literal([11, 12])),
  invitable: optional(z.boolean()),
});

/** resources/channel#start-thread-in-forum-or-media-channel */
export const forumPost = z.strictObject({
  ...shared,
  message: messageBody,
  applied_tags: optional(list(snowflake, 0, limits.appliedTags)),
});

/** resources/channel#modify-channel, of a thread */
export const threadChange = z.strictObject({
  name: optional(text(1, limits.name)),
  archived: optional(z.boolean()),
  locked: optional(z.boolean()),
  invitable: optional(z.boolean()),
  auto_archive_duration: archiveAfter,
  rate_limit_per_user: optional(integer(0, limits.slowmode)),
  flags: optional(z.int()),
  applied_tags: optional(list(snowflake, 0, limits.appliedTags)),
});

/** resources/user#create-dm */
export const openDirect = z.strictObject({ recipient_id: snowflake });
