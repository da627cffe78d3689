import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { z } from "zod";
import type { WorkspaceContext } from "../workspace-context.ts";
import { connections as maxConnections } from "../limits.ts";
import type { Acknowledgement, Carry, Delivery } from "./delivery.ts";

/** Socket Mode: apis/events-api/using-socket-mode */
export interface Sockets {
  /** The path of a new address, good for one connection. */
  newLink(): string;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  readonly carry: Carry;
  count(): number;
  /** Ends the connections without a word. */
  drop(): void;
  /** Asks the app to connect anew. */
  disconnect(reason: "refresh_requested" | "warning" | "link_disabled"): void;
  close(): void;
}

/** The client gives up on a server that is silent for 30 s, by its own clock and not the workspace's. */
const pingEvery = 10_000;

/** How long a client may take to say goodbye, in milliseconds. */
const socketCloseTimeoutMs = 200;

const reply = z.object({ envelope_id: z.string(), payload: z.unknown().optional() });

export function createSockets(core: Pick<WorkspaceContext, "ids" | "app">): Sockets {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const waiting = new Map<string, (acknowledgement: Acknowledgement) => void>();
  let open: readonly WebSocket[] = [];
  let turn = 0;

  const welcome = (socket: WebSocket) => {
    socket.on("error", () => socket.terminate());
    socket.on("close", () => {
      open = open.filter((other) => other !== socket);
    });
    if (open.length >= maxConnections)
      return say(socket, { type: "disconnect", reason: "too_many_websockets" });
    open = [...open, socket];
    socket.on("message", (data) => {
      const read = reply.safeParse(parse(String(data)));
      if (!read.success) return;
      waiting.get(read.data.envelope_id)?.({ kind: "acknowledged", body: emptyIsNothing(read.data.payload) });
      waiting.delete(read.data.envelope_id);
    });
    say(socket, {
      type: "hello",
      num_connections: open.length,
      debug_info: { host: "applink-1", build_number: 1, approximate_connection_time: 18_060 },
      connection_info: { app_id: core.app.appId },
    });
  };
  const pings = setInterval(() => {
    for (const socket of open) socket.ping();
  }, pingEvery).unref();

  return {
    newLink: () => {
      const ticket = core.ids.next("ticket");
      tickets.add(ticket);
      return `/link/?ticket=${ticket}&app_id=${core.app.appId}`;
    },
    upgrade: (request, socket, head) => {
      const ticket = new URL(request.url ?? "", "http://localhost").searchParams.get("ticket") ?? "";
      if (!tickets.delete(ticket)) return void socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
      server.handleUpgrade(request, socket, head, welcome);
    },
    carry: (delivery) =>
      new Promise((resolve) => {
        turn += 1;
        const socket = open[turn % Math.max(open.length, 1)];
        if (!socket) return resolve({ kind: "unreachable" });
        const envelope = core.ids.next("envelope-");
        waiting.set(envelope, resolve);
        say(socket, { envelope_id: envelope, ...toEnvelope(delivery) });
      }),
    count: () => open.length,
    drop: () => {
      for (const socket of open) socket.terminate();
    },
    disconnect: (reason) => {
      for (const socket of open)
        say(socket, { type: "disconnect", reason, debug_info: { host: "applink-1" } });
    },
    close: () => {
      clearInterval(pings);
      const left = open;
      for (const socket of left) socket.close(1001);
      const goodbye = setTimeout(() => {
        for (const socket of left) socket.terminate();
      }, socketCloseTimeoutMs).unref();
      server.close(() => clearTimeout(goodbye));
    },
  };
}

function say(socket: WebSocket, message: object): void {
  socket.send(JSON.stringify(message));
}

function toEnvelope(delivery: Delivery): object {
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

/** Socket Mode knows no HTTP faults: what was not acknowledged in time is a timeout. */
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

function emptyIsNothing(payload: unknown): unknown {
  const isEmpty = typeof payload === "object" && payload !== null && Object.keys(payload).length === 0;
  return isEmpty ? undefined : payload;
}
