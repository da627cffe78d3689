import { webApi } from "@slack/bolt";
import { z } from "zod";

/**
 * Why a Web API call failed.
 * - `rateLimited`: Slack asks to wait.
 * - `invalidBlocks`: Slack refuses the blocks, but would accept the same message as text.
 * - `unknownOutcome`: no usable response, so the call may have succeeded.
 * - `channelUnavailable`: the bot can't post there: it was removed, or the channel or thread is closed.
 * - `final`: anything else. Trying again does not help.
 */
export type ApiFailure =
  | { readonly kind: "invalidBlocks" | "unknownOutcome" | "channelUnavailable" | "final" }
  | { readonly kind: "rateLimited"; readonly retryAfterMs: number };

/** methods/chat.postMessage, errors */
const invalidBlocksErrors = [
  "invalid_blocks",
  "invalid_blocks_format",
  "msg_blocks_too_long",
  "msg_too_long",
];
const channelUnavailableErrors = [
  "not_in_channel",
  "channel_not_found",
  "is_archived",
  "restricted_action",
  "thread_not_found",
  "cannot_reply_to_message",
];

/** The fields of the SDK's errors. `retryAfter` is in seconds. */
const sdkErrorSchema = z.object({
  code: z.string(),
  retryAfter: z.number().default(1),
  data: z.object({ error: z.string() }).optional(),
});

/** Reads the cause of a failure from what the SDK threw. */
export function readApiFailure(error: unknown): ApiFailure {
  const { data: sdkError } = sdkErrorSchema.safeParse(error);
  switch (sdkError?.code) {
    case webApi.ErrorCode.RateLimitedError:
      return { kind: "rateLimited", retryAfterMs: sdkError.retryAfter * 1000 };
    case webApi.ErrorCode.PlatformError:
      return { kind: kindOfPlatformError(sdkError.data?.error ?? "") };
    case webApi.ErrorCode.RequestError:
    case webApi.ErrorCode.HTTPError:
      return { kind: "unknownOutcome" };
    default:
      return { kind: "final" };
  }
}

function kindOfPlatformError(error: string): "invalidBlocks" | "channelUnavailable" | "final" {
  if (invalidBlocksErrors.includes(error)) return "invalidBlocks";
  return channelUnavailableErrors.includes(error) ? "channelUnavailable" : "final";
}
