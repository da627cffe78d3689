import { webApi } from "@slack/bolt";
import { z } from "zod";

/**
 * What came of a call of the Web API that failed: `later` may be tried again after some milliseconds, `blocks` is
 * about the blocks alone, `unclear` may have been done all the same, `nowhere` has no such place (any more) for the
 * bot, and `final` stays as it is.
 */
export type Refusal =
  | { readonly kind: "blocks" | "unclear" | "nowhere" | "final" }
  | { readonly kind: "later"; readonly after: number };

/** What Slack says where it is the blocks that it does not take: methods/chat.postMessage. */
const aboutBlocks = ["invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "msg_too_long"];

/** What it says where the bot may not write: was removed, or the channel or thread is closed. */
const aboutPlace = [
  "not_in_channel",
  "channel_not_found",
  "is_archived",
  "restricted_action",
  "thread_not_found",
  "cannot_reply_to_message",
];

function kindOf(error: string): "blocks" | "nowhere" | "final" {
  if (aboutBlocks.includes(error)) return "blocks";
  return aboutPlace.includes(error) ? "nowhere" : "final";
}

const errorSchema = z.object({
  code: z.string(),
  retryAfter: z.number().default(1),
  data: z.object({ error: z.string() }).optional(),
});

export function readRefusal(error: unknown): Refusal {
  const { data: read } = errorSchema.safeParse(error);
  switch (read?.code) {
    case webApi.ErrorCode.RateLimitedError:
      return { kind: "later", after: read.retryAfter * 1000 };
    case webApi.ErrorCode.PlatformError:
      return { kind: kindOf(read.data?.error ?? "") };
    case webApi.ErrorCode.RequestError:
    case webApi.ErrorCode.HTTPError:
      return { kind: "unclear" };
    default:
      return { kind: "final" };
  }
}
