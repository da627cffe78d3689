import { setTimeout as wait } from "node:timers/promises";
import type { SocketModeReceiver } from "@slack/bolt";
import { withTimeout } from "../../../src/lib/with-timeout.ts";

type Client = SocketModeReceiver["client"];

/** A Socket Mode connection that is opened again whenever it ends. */
export interface Connection {
  /** Opens it. Rejects if that fails; nothing is tried again then. */
  open(): Promise<void>;
  /** From now on opens it again by itself. Resolves when the adapter stops. */
  keepOpen(): Promise<void>;
  isOpen(): boolean;
}

interface ConnectionOptions {
  readonly client: Client;
  /** Told why a connection could not be opened, and after how many milliseconds it is tried again. */
  readonly onFailure: (error: unknown, delayMs: number) => void;
  /** Told that it is open. */
  readonly onOpen: () => void;
  readonly stopping: AbortSignal;
}

/** For the address, the handshake and Slack's hello together. */
const openTimeoutMs = 20_000;
const minDelayMs = 1000;
const maxDelayMs = 60_000;
/** A connection that ends sooner counts as a failure, so that a server that accepts and closes is not stormed. */
const stableAfterMs = 10_000;

/**
 * The SDK's own reconnecting ends the process with an unhandled rejection if apps.connections.open is refused (measured,
 * socket-mode 3.1): so it is switched off and this is in its place.
 */
export function createConnection({ client, onFailure, onOpen, stopping }: ConnectionOptions): Connection {
  let isOpen = false;
  let openedAt = 0;
  let failures = 0;
  let onClosed = () => {};
  client.on("disconnected", () => {
    isOpen = false;
    onClosed();
  });
  stopping.addEventListener("abort", () => onClosed(), { once: true });

  const open = async () => {
    try {
      await withTimeout(openTimeoutMs, client.start());
    } catch (error) {
      // Also ends what may still be under way after a time-out.
      void client.disconnect().catch(() => {});
      throw error ?? new Error("the connection was closed before it was open");
    }
    isOpen = true;
    openedAt = Date.now();
    if (stopping.aborted) void client.disconnect().catch(() => {});
    else onOpen();
  };
  const closed = () =>
    new Promise<void>((resolve) => {
      onClosed = resolve;
      if (!isOpen || stopping.aborted) resolve();
    });
  const delayAfter = (error: unknown) => {
    failures += 1;
    const delayMs = Math.min(minDelayMs * 2 ** (failures - 1), maxDelayMs);
    onFailure(error, delayMs);
    return wait(delayMs, undefined, { signal: stopping }).catch(() => {});
  };

  const awaitEnd = async () => {
    await closed();
    if (stopping.aborted) return;
    if (Date.now() - openedAt >= stableAfterMs) failures = 0;
    else await delayAfter(new Error("the connection ended soon after it was opened"));
  };

  return {
    open,
    isOpen: () => isOpen,
    keepOpen: async () => {
      while (!stopping.aborted) {
        if (isOpen) await awaitEnd();
        else await open().catch(delayAfter);
      }
    },
  };
}
