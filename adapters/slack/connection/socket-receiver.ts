import { type Receiver, SocketModeReceiver } from "@slack/bolt";
import type { Logger } from "../../../src/lib/logger.ts";
import { acknowledgeAfterHandling } from "./acknowledge-after-handling.ts";
import { toBoltLogger } from "./bolt-logger.ts";

interface SocketReceiverOptions {
  readonly appToken: string;
  readonly apiUrl: string | undefined;
  readonly log: Logger;
  readonly background: (work: Promise<unknown>) => void;
  readonly onReached: (isReached: boolean) => void;
}

/**
 * Slack renews a connection regularly and it is down for seconds (measured, socket-mode 3.1); the other one keeps
 * receiving.
 */
const connectionCount = 2;

/** Receives events by Socket Mode: apis/events-api/using-socket-mode. */
export function createSocketReceiver(options: SocketReceiverOptions): Receiver {
  const { appToken, apiUrl, log, background, onReached } = options;
  const receivers = Array.from({ length: connectionCount }, () => {
    // Not shared: each client modifies its options.
    const clientOptions = apiUrl === undefined ? {} : { slackApiUrl: apiUrl };
    return new SocketModeReceiver({
      appToken,
      installerOptions: { clientOptions },
      logger: toBoltLogger(log),
    });
  });
  const open = new Set<SocketModeReceiver>();
  for (const receiver of receivers) {
    receiver.client.on("connected", () => onReached(open.add(receiver).size > 0));
    receiver.client.on("close", () => {
      open.delete(receiver);
      onReached(open.size > 0);
    });
  }
  return {
    init: (app) => {
      for (const receiver of receivers) receiver.init(acknowledgeAfterHandling(app, background));
    },
    start: () => Promise.all(receivers.map((receiver) => receiver.start())),
    stop: () => Promise.all(receivers.map((receiver) => receiver.stop())),
  };
}
