import { SocketModeReceiver } from "@slack/bolt";
import type { Logger } from "../../../src/lib/logger.ts";
import { NotStoredError } from "../handlers/not-stored-error.ts";
import { readApiFailure } from "../sending/api-failure.ts";
import { toQuietLogger } from "./bolt-logger.ts";
import { guardPayloads, type PayloadGuardOptions } from "./guard-payloads.ts";
import { createConnection } from "./keep-connected.ts";
import { readFramesSafely } from "./read-frames-safely.ts";
import type { SlackReceiver } from "./slack-receiver.ts";

interface SocketReceiverOptions extends PayloadGuardOptions {
  readonly appToken: string;
  readonly apiUrl: string | undefined;
  /** Aborted when the adapter stops. */
  readonly stopping: AbortSignal;
  readonly onReached: (isReached: boolean) => void;
}

/** Slack renews a connection regularly: the other one keeps receiving meanwhile. */
const connectionCount = 2;

/** How long to wait for the address of a connection. */
const requestTimeoutMs = 10_000;

/** Receives events by Socket Mode: apis/events-api/using-socket-mode. */
export function createSocketReceiver(options: SocketReceiverOptions): SlackReceiver {
  const { log, stopping, onReached } = options;
  const report = createReport(log);
  const receivers = Array.from({ length: connectionCount }, () => createClient(options));
  const connections = receivers.map(({ client }) => createConnection({ client, stopping, ...report }));
  const open = new Set<unknown>();
  for (const { client } of receivers) {
    client.on("connected", () => onReached(open.add(client).size > 0));
    client.on("disconnected", () => {
      open.delete(client);
      onReached(open.size > 0);
    });
  }
  return {
    init: (app) => {
      for (const receiver of receivers) receiver.init(guardPayloads(app, options));
    },
    start: async () => {
      const [first, ...others] = connections;
      if (first?.isOpen() === false) await first.open();
      await Promise.all(others.map((other) => other.open().catch(() => {})));
      for (const connection of connections) void connection.keepOpen();
    },
    stop: async () => {
      await Promise.all(receivers.map((receiver) => receiver.stop()));
    },
    isReceiving: () => !stopping.aborted && connections.some(({ isOpen }) => isOpen()),
  };
}

function createClient({ appToken, apiUrl, log }: SocketReceiverOptions): SocketModeReceiver {
  const receiver = new SocketModeReceiver({
    appToken,
    autoReconnectEnabled: false,
    installerOptions: {
      // Not shared: each client modifies its options.
      clientOptions: {
        ...(apiUrl !== undefined && { slackApiUrl: apiUrl }),
        retryConfig: { retries: 0 },
        rejectRateLimitedCalls: true,
        timeout: requestTimeoutMs,
      },
    },
    logger: toQuietLogger(log),
    // What can't be read never will be. An event that is not stored must not be acknowledged: Slack sends it again.
    processEventErrorHandler: async ({ error }) => {
      log.warn({ err: error }, "slack: payload rejected");
      return !(error instanceof NotStoredError);
    },
  });
  readFramesSafely(receiver.client, log);
  return receiver;
}

const remedy =
  "create a token under Basic Information > App-Level Tokens with connections:write, switch Socket Mode on, set it and restart; it is tried again meanwhile";

/** Says once that the token is refused, and of every other failure when it is tried again. */
function createReport(log: Logger) {
  let isRefused = false;
  return {
    onFailure: (error: unknown, delayMs: number) => {
      const failure = readApiFailure(error);
      if (failure.kind !== "token" && failure.kind !== "stays") {
        log.warn({ err: error, delayMs }, "slack: connection failed, opened again after the delay");
        return;
      }
      if (!isRefused) log.fatal(`slack: SLACK_APP_TOKEN is refused (${failure.code}): ${remedy}`);
      isRefused = true;
    },
    onOpen: () => {
      if (isRefused) log.info("slack: SLACK_APP_TOKEN is taken again");
      isRefused = false;
    },
  };
}
