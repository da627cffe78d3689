import { setTimeout as wait } from "node:timers/promises";
import type { Client } from "discord.js";
import type { Logger } from "../../../src/lib/logger.ts";
import type { LogInResult } from "./log-in.ts";

interface ConnectOptions {
  /** Makes one attempt. Never rejects. */
  readonly attempt: () => Promise<LogInResult>;
  readonly log: Logger;
  /** How often a refusal is accepted before it is thrown; one may be Discord's own trouble. */
  readonly maxRefusals: number;
  /** Ends the waiting. */
  readonly signal: AbortSignal;
}

const firstDelayMs = 1000;
const maxDelayMs = 60_000;
/** Refusals count against the limits of Discord: topics/rate-limits, events/gateway#identifying. */
const maxRefusalDelayMs = 300_000;

/**
 * Connects to the gateway, and tries again with growing delays until it is there. Each wait is logged with its reason.
 * @throws the last error, if the attempts are refused too often or the waiting is ended
 */
export async function connectPatiently({
  attempt,
  log,
  maxRefusals,
  signal,
}: ConnectOptions): Promise<Client<true>> {
  let refusals = 0;
  for (let failures = 0; ; failures += 1) {
    const result = await attempt();
    if (result.kind === "ready") return result.client;
    const { kind, error } = result;
    if (kind !== "failed") refusals += 1;
    if (refusals > maxRefusals || signal.aborted) throw error;
    const longestMs = kind === "failed" ? maxDelayMs : maxRefusalDelayMs;
    const delayMs = Math.min(longestMs, firstDelayMs * 2 ** failures);
    const reason = error instanceof Error ? error.message || error.name : String(error);
    log.warn({ err: error, delayMs }, `discord: waiting for Discord (${reason})`);
    const isOver = await wait(delayMs, false, { signal }).catch(() => true);
    if (isOver) throw error;
  }
}
