import { REST } from "discord.js";
import { createStopController } from "../../../src/lib/stop-controller.ts";
import { unknownCode } from "./api-failure.ts";
import { restOptions } from "./rest-options.ts";
import { retryPassing } from "./retry-passing.ts";
import { createTokenMonitor, type TokenMonitorOptions } from "./token-monitor.ts";

/** Discord's REST API. What passes is repeated; other failures are thrown as discord.js throws them. */
export type RestApi = Pick<REST, "get" | "post" | "put" | "patch" | "delete">;

/** The REST client of the adapter. */
export interface RestClient extends RestApi {
  /** Whether Discord accepts the token. If not, that is tried again with growing delays. */
  isTokenAccepted(): boolean;
  /** Ends all waiting: what waits for a rate limit or for another attempt fails at once. */
  stop(): void;
}

interface RestClientOptions extends Pick<TokenMonitorOptions, "log"> {
  readonly token: string;
  readonly api?: string | undefined;
}

/**
 * How long a request is repeated, in milliseconds. An interaction waits for its first response for 3 s; after it, the
 * interaction's token is the only way to an answer that one person sees.
 */
const callbackWindowMs = 2500;
const webhookWindowMs = 20_000;
const usualWindowMs = 9000;

export function createRestClient({ token, api, log }: RestClientOptions): RestClient {
  const rest = new REST({ ...restOptions(api), retries: 0 }).setToken(token);
  const stopping = createStopController();
  const { signal } = stopping;
  const tokens = createTokenMonitor({ rest, log, signal });
  const unknownCodes = new Set<number | string>();
  const logUnknown = (error: unknown) => {
    const code = unknownCode(error);
    if (code === undefined || unknownCodes.has(code)) return;
    unknownCodes.add(code);
    log.warn({ err: error, code }, "discord: unknown error code, told by another way");
  };
  const send = async <T>(route: string, request: () => Promise<T>): Promise<T> => {
    try {
      return await tokens.watch(() => retryPassing(request, { windowMs: windowOf(route), signal }));
    } catch (error) {
      logUnknown(error);
      throw error;
    }
  };
  return {
    get: (route, options) => send(route, () => rest.get(route, options)),
    post: (route, options) => send(route, () => rest.post(route, options)),
    put: (route, options) => send(route, () => rest.put(route, options)),
    patch: (route, options) => send(route, () => rest.patch(route, options)),
    delete: (route, options) => send(route, () => rest.delete(route, options)),
    isTokenAccepted: tokens.isAccepted,
    stop: () => stopping.abort(),
  };
}

function windowOf(route: string): number {
  if (route.startsWith("/interactions/")) return callbackWindowMs;
  return route.startsWith("/webhooks/") ? webhookWindowMs : usualWindowMs;
}
