import type { Logger } from "../../../src/lib/logger.ts";
import { toContextBlock } from "../rendering/render-answer.ts";
import { respond } from "./respond.ts";

/** Tells a person ephemerally that something failed, if there is a response_url. Never rejects. */
export async function reportFailure(log: Logger, url: string | undefined, sentence: string): Promise<void> {
  if (url === undefined) return;
  await respond(url, {
    text: sentence,
    blocks: [toContextBlock(sentence)],
    response_type: "ephemeral",
    replace_original: false,
  }).catch((error: unknown) => log.warn({ err: error }, "slack: failure not reported"));
}
