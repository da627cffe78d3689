import { UndeliverableError } from "../../../src/platform/undeliverable-error.ts";
import { type ApiFailure, readApiFailure } from "./api-failure.ts";
import type { PostedMessage } from "./delivery.ts";
import { ResponseRefusedError } from "./respond.ts";
import { UnclearOutcomeError } from "./unclear-outcome-error.ts";
import type { Way } from "./ways.ts";
import type { WebApiContext } from "./web-api-context.ts";

/**
 * Sends an answer by the first way that does not refuse it.
 * @throws UndeliverableError if all refuse it; another error if a later attempt may succeed
 */
export async function tryWays(
  { log }: Pick<WebApiContext, "log">,
  ways: readonly Way[],
): Promise<PostedMessage | undefined> {
  const causes: unknown[] = [];
  for (const { name, send } of ways) {
    try {
      return await send();
    } catch (error) {
      if (!isRefusal(error)) throw error;
      causes.push(error);
      log.info({ err: error, way: name }, "slack: answer refused");
    }
  }
  const unclear = causes.find((cause) => cause instanceof UnclearOutcomeError);
  if (unclear) throw unclear;
  throw new UndeliverableError(`Slack refuses the answer: ${causes.map(String).join("; ")}`, {
    cause: causes[0],
  });
}

/** Whether another way may help and another attempt does not. */
function isRefusal(error: unknown): boolean {
  if (error instanceof UnclearOutcomeError || error instanceof ResponseRefusedError) return true;
  return isFinal(readApiFailure(error));
}

function isFinal({ kind }: ApiFailure): boolean {
  switch (kind) {
    case "stays":
    case "gone":
    case "blocks":
    case "unknown":
      return true;
    case "rateLimited":
    case "unknownOutcome":
    case "passes":
    case "token":
      return false;
  }
}
