import { setTimeout as wait } from "node:timers/promises";
import { type App, webApi } from "@slack/bolt";
import { z } from "zod";
import type { Logger } from "../../../src/lib/logger.ts";
import { StartError } from "../../../src/lib/start-error.ts";
import type { Installation } from "../agent-view.ts";
import { readApiFailure } from "../sending/api-failure.ts";

interface ConnectOptions {
  readonly app: App;
  readonly log: Logger;
  /** Told of the installation before anything is received. */
  readonly onInstallation: (installation: Installation) => void;
  /** Aborted when the adapter stops. */
  readonly stopping: AbortSignal;
}

const minDelayMs = 1000;
const maxDelayMs = 30_000;

/**
 * Starts receiving. Waits while Slack itself has a fault, and says so.
 * @throws StartError
 */
export async function connect({ app, log, onInstallation, stopping }: ConnectOptions): Promise<void> {
  for (let delayMs = minDelayMs; ; delayMs = Math.min(2 * delayMs, maxDelayMs)) {
    try {
      await app.init();
      onInstallation(await readInstallation(app));
      await app.start();
      return;
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      if (stopping.aborted || !passes(cause)) throw toStartError(reason, cause);
      const failure = readApiFailure(cause);
      const waitMs = failure.kind === "rateLimited" ? failure.retryAfterMs : delayMs;
      log.warn(
        `slack: Slack does not answer (${reason}); the start waits, next attempt in ${waitMs / 1000} s`,
      );
      await wait(waitMs, undefined, { signal: stopping }).catch(() => {
        throw toStartError(reason, cause);
      });
    }
  }
}

function toStartError(reason: string, cause: unknown): StartError {
  const remedy = "check SLACK_BOT_TOKEN, SLACK_APP_TOKEN and the network, and that the app is installed";
  return new StartError(`Slack can't be used (${reason}): ${remedy}`, { cause });
}

async function readInstallation({ client }: App): Promise<Installation> {
  const { team_id, enterprise_id, response_metadata: metadata } = await client.auth.test();
  return { team: team_id ?? enterprise_id ?? "", scopes: metadata?.scopes ?? [] };
}

const networkErrorSchema = z.object({ code: z.literal(webApi.ErrorCode.RequestError) });
const clientErrorSchema = z.object({
  code: z.literal(webApi.ErrorCode.HTTPError),
  statusCode: z.int().min(400).max(499),
});

/** Whether Slack has a fault. An address that does not answer, or answers "not found", is a fault of the settings. */
function passes(cause: unknown): boolean {
  if (networkErrorSchema.safeParse(cause).success || clientErrorSchema.safeParse(cause).success) return false;
  const { kind } = readApiFailure(cause);
  return kind === "passes" || kind === "rateLimited" || kind === "unknownOutcome";
}
