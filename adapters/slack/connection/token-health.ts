import { setTimeout as wait } from "node:timers/promises";
import type { Logger } from "../../../src/lib/logger.ts";
import type { ApiFailure } from "../sending/api-failure.ts";

/** Whether Slack takes the bot token. */
export interface TokenHealth {
  /** Told of each failed call of the Web API. */
  onFailure(failure: ApiFailure): void;
  isAccepted(): boolean;
}

interface TokenHealthOptions {
  /** Makes a call that needs nothing but the token. Rejects while that is refused. */
  readonly probe: () => Promise<unknown>;
  readonly log: Logger;
  /** Aborted when the adapter stops. */
  readonly stopping: AbortSignal;
}

const minProbeDelayMs = 1000;
const maxProbeDelayMs = 60_000;

const remedy =
  "copy the Bot User OAuth Token from OAuth & Permissions of your Slack app (a new install makes a new token), set it and restart; a token that Slack takes again is noticed by itself";

/** Notices that the token is refused, says so once, and asks with growing delays until it is taken again. */
export function createTokenHealth({ probe, log, stopping }: TokenHealthOptions): TokenHealth {
  let isAccepted = true;

  const awaitAcceptance = async () => {
    for (let delayMs = minProbeDelayMs; !isAccepted; delayMs = Math.min(2 * delayMs, maxProbeDelayMs)) {
      await wait(delayMs, undefined, { signal: stopping });
      isAccepted = await probe().then(
        () => true,
        () => false,
      );
    }
    log.info("slack: SLACK_BOT_TOKEN is taken again");
  };

  return {
    isAccepted: () => isAccepted,
    onFailure: (failure) => {
      if (failure.kind !== "token" || !isAccepted) return;
      isAccepted = false;
      log.fatal(`slack: SLACK_BOT_TOKEN is refused (${failure.code}): ${remedy}`);
      // Rejects only when the adapter stops.
      void awaitAcceptance().catch(() => {});
    },
  };
}
