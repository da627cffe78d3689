import { z } from "zod";
import { failed, type SetupCheck } from "../../src/platform/setup-check.ts";

/** The SDK's error for a response that is not ok. */
const platformErrorSchema = z.object({ data: z.object({ error: z.string() }) });

export function isPlatformError(error: unknown): boolean {
  return platformErrorSchema.safeParse(error).success;
}

export function unreachable(error: unknown): SetupCheck {
  return failed(
    `Slack can't be reached (${errorText(error)})`,
    "check the network, a proxy, and SLACK_API_URL",
  );
}

/** Slack's error code, or what else went wrong. */
export function errorText(error: unknown): string {
  const { data: platformError } = platformErrorSchema.safeParse(error);
  if (platformError) return platformError.data.error;
  return error instanceof Error ? error.message : String(error);
}
