import type { HandlerContext } from "../handlers/handler-context.ts";
import { toContext } from "../rendering/render-answer.ts";
import { respond } from "./respond.ts";

/** A sentence about what did not work, for who tried it; where even that can't be said, it is logged. */
export async function reportFailure(
  { log }: HandlerContext,
  url: string | undefined,
  sentence: string,
): Promise<void> {
  const blocks = [toContext(sentence)];
  if (url === undefined) return;
  await respond(url, {
    text: sentence,
    blocks,
    response_type: "ephemeral",
    replace_original: false,
  }).catch((error: unknown) => log.warn({ err: error }, "slack: a failure could not be admitted"));
}
