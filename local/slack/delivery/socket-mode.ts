import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { z } from "zod";
import { maxConnections } from "../limits.ts";
import type { WorkspaceContext } from "../workspace-context.ts";
import type { Acknowledgement, AppDelivery, Deliver } from "./delivery.ts";

/** Socket Mode: apis/events-api/using-socket-mode */
export interface SocketMode {
  /** Returns a path that is good for one connection. */
  newConnectionPath(): string;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  readonly deliver: Deliver;
  count(): number;
  /** Ends the connections without a close frame. */
  drop(): void;
  /** Asks the app to reconnect. */
  disconnect(reason: "refresh_requested" | "warning" | "link_disabled"): void;
  close(): void;
}

/** The client drops a server that is silent for 30 s, by its own clock and not the workspace's. */
const pingIntervalMs = 10_000;

/** How long a client may take to answer the close frame. */
const socketCloseTimeoutMs = 200;

const replySchema = z.object({ envelope_id: z.string(), payload: z.unknown().optional() });

export function createSocketMode(context: Pick<WorkspaceContext, "ids" | "app">): SocketMode {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const unacknowledged = new Map<string, (acknowledgement: Acknowledgement) => void>();
  let sockets: readonly WebSocket[] = [];
  let deliveryCount = 0;

  const accept = (socket: WebSocket) => {
    socket.on("error", () => socket.terminate());
    socket.on("close", () => {
      sockets = sockets.filter((other) => other !== socket);
    });
    if (sockets.length >= maxConnections)
      return send(socket, { type: "disconnect", reason: "too_many_websockets" });
    sockets = [...sockets, socket];
    socket.on("message", (data) => {
      const read = replySchema.safeParse(parse(String(data)));
      if (!read.success) return;
      unacknowledged.get(read.data.envelope_id)?.({
        kind: "acknowledged",
        body: undefinedIfEmpty(read.data.payload),
      });
      unacknowledged.delete(read.data.envelope_id);
    });
    send(socket, {
      type: "hello",
      num_connections: sockets.length,
      debug_info: { host: "applink-1", build_number: 1, approximate_connection_time: 18_060 },
      connection_info: { app_id: context.app.appId },
    });
  };
  const pings = setInterval(() => {
    for (const socket of sockets) socket.ping();
  }, pingIntervalMs).unref();

  return {
    newConnectionPath: () => {
      const ticket = context.ids.next("ticket");
      tickets.add(ticket);
      return `/link/?ticket=${ticket}&app_id=${context.app.appId}`;
    },
    upgrade: (request, socket, head) => {
      const ticket = new URL(request.url ?? "", "http://localhost").searchParams.get("ticket") ?? "";
      if (!tickets.delete(ticket)) return void socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
      server.handleUpgrade(request, socket, head, accept);
    },
    deliver: (delivery) =>
      new Promise((resolve) => {
        deliveryCount += 1;
        const socket = sockets[deliveryCount % Math.max(sockets.length, 1)];
        if (!socket) return resolve({ kind: "unreachable" });
        const envelope = context.ids.next("envelope-");
        unacknowledged.set(envelope, resolve);
        send(socket, { envelope_id: envelope, ...toEnvelope(delivery) });
      }),
    count: () => sockets.length,
    drop: () => {
      for (const socket of sockets) socket.terminate();
    },
    disconnect: (reason) => {
      for (const socket of sockets)
        send(socket, { type: "disconnect", reason, debug_info: { host: "applink-1" } });
    },
    close: () => {
      clearInterval(pings);
      const closing = sockets;
      for (const socket of closing) socket.close(1001);
      const closeTimeout = setTimeout(() => {
        for (const socket of closing) socket.terminate();
      }, socketCloseTimeoutMs).unref();
      server.close(() => clearTimeout(closeTimeout));
    },
  };
}

function send(socket: WebSocket, message: object): void {
  socket.send(JSON.stringify(message));
}

function toEnvelope(delivery: AppDelivery): object {
  switch (delivery.kind) {
    case "event":
      return {
        type: "events_api",
        payload: delivery.body,
        accepts_response_payload: false,
        retry_attempt: delivery.retry?.number ?? 0,
        retry_reason: delivery.retry ? socketReason(delivery.retry.reason) : "",
      };
    case "command":
      return { type: "slash_commands", payload: delivery.body, accepts_response_payload: true };
    case "interaction":
      return { type: "interactive", payload: delivery.body, accepts_response_payload: true };
  }
}

/** Socket Mode has no HTTP errors: every retry but one after a failed connection is for a timeout. */
function socketReason(reason: string): string {
  return reason === "connection_failed" ? reason : "timeout";
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function undefinedIfEmpty(payload: unknown): unknown {
  const isEmpty = typeof payload === "object" && payload !== null && Object.keys(payload).length === 0;
  return isEmpty ? undefined : payload;
}
