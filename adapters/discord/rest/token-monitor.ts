import { setTimeout as wait } from "node:timers/promises";
import { type REST, Routes } from "discord.js";
import type { Logger } from "../../../src/lib/logger.ts";
import { readApiFailure } from "./api-failure.ts";

/** Watches whether Discord accepts the bot's token. */
interface TokenMonitor {
  isAccepted(): boolean;
  /** Runs a request. If it fails because of the token, the token counts as refused until it is accepted again. */
  watch<T>(request: () => Promise<T>): Promise<T>;
}

export interface TokenMonitorOptions {
  readonly rest: REST;
  readonly log: Logger;
  /** Ends the attempts. */
  readonly signal: AbortSignal;
}

const firstDelayMs = 5000;
/** Discord blocks an address after 10,000 refused requests in ten minutes: topics/rate-limits. */
const maxDelayMs = 300_000;

export function createTokenMonitor({ rest, log, signal }: TokenMonitorOptions): TokenMonitor {
  let isAccepted = true;

  const tryAgain = async (): Promise<void> => {
    for (let delayMs = firstDelayMs; !isAccepted; delayMs = Math.min(maxDelayMs, delayMs * 2)) {
      const isOver = await wait(delayMs, false, { signal, ref: false }).catch(() => true);
      if (isOver) return;
      isAccepted = await rest.get(Routes.user()).then(
        () => true,
        () => false,
      );
    }
    log.info("discord: token accepted again");
  };

  return {
    isAccepted: () => isAccepted,
    watch: async (request) => {
      try {
        return await request();
      } catch (error) {
        if (readApiFailure(error) === "token" && isAccepted) {
          isAccepted = false;
          log.fatal({ err: error }, tokenRefused);
          void tryAgain();
        }
        throw error;
      }
    },
  };
}

/** The log line when Discord refuses the token while the bot runs. */
const tokenRefused =
  "discord: token refused, trying again: if it was reset, put the new one in DISCORD_TOKEN and restart";
