import { webApi } from "@slack/bolt";
import { z } from "zod";
import { type Refusal, readRefusal } from "./refusals.ts";

/**
 * Why a Web API call failed: a refusal (refusals.ts), or
 * - `rateLimited`: Slack asks to wait.
 * - `unknownOutcome`: no usable response, so the call may have succeeded.
 * - `unknown`: a refusal with a code that is not known.
 */
export type ApiFailure =
  | { readonly kind: "rateLimited"; readonly retryAfterMs: number }
  | { readonly kind: "unknownOutcome" }
  | { readonly kind: Refusal | "unknown"; readonly code: string };

/** The fields of the SDK's errors. `retryAfter` is in seconds. */
const sdkErrorSchema = z.object({
  code: z.string(),
  retryAfter: z.number().nonnegative().default(1),
  data: z
    .object({
      error: z.string().optional().catch(undefined),
      response_metadata: z
        .object({ retryAfter: z.number().nonnegative().optional() })
        .optional()
        .catch(undefined),
    })
    .optional(),
});

/** Slack never asks for more; a longer timer would also overflow. */
const maxRetryAfterMs = 3_600_000;

/**
 * Reads the cause of a failure from what the SDK threw. What is no error of the SDK is a response that broke off or
 * that the SDK could not read: it leaves the outcome unknown too.
 */
export function readApiFailure(error: unknown): ApiFailure {
  const { data: sdkError } = sdkErrorSchema.safeParse(error);
  switch (sdkError?.code) {
    case webApi.ErrorCode.RateLimitedError:
      return rateLimited(sdkError.retryAfter);
    case webApi.ErrorCode.PlatformError:
      return readPlatformError(sdkError.data?.error, sdkError.data?.response_metadata?.retryAfter);
    default:
      return { kind: "unknownOutcome" };
  }
}

/** Error codes; where a response was no JSON, the SDK has its text in their place. */
const codePattern = /^[a-z][a-z0-9_]*$/i;

/** @param retryAfterSeconds the response's Retry-After header */
function readPlatformError(code = "", retryAfterSeconds?: number): ApiFailure {
  if (!codePattern.test(code)) return { kind: "unknownOutcome" };
  const kind = readRefusal(code);
  if (kind === "passes" && retryAfterSeconds !== undefined) return rateLimited(retryAfterSeconds);
  return { kind, code };
}

function rateLimited(seconds: number): ApiFailure {
  return { kind: "rateLimited", retryAfterMs: Math.min(seconds * 1000, maxRetryAfterMs) };
}
