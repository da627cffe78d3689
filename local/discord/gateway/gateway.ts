import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import type { GuildContext } from "../guild-context.ts";
import { identifies as identifyLimit } from "../limits.ts";
import { findChannel } from "../state/find.ts";
import { hasPermission } from "../state/permissions.ts";
import { op } from "./client-payloads.ts";
import { createConnection, type GatewayConnection } from "./connection.ts";
import type { GatewayEvent } from "./gateway-event.ts";
import type { GatewayOptions } from "./gateway-options.ts";
import type { GatewaySession } from "./session.ts";

/** events/gateway */
export interface Gateway {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  announce(event: GatewayEvent): void;
  /** The number of open connections, without the frozen ones. */
  connections(): number;
  /** The ids of the sessions that receive events now. */
  connectedSessions(): readonly string[];
  /** Whether the app has a session, connected or resumable. */
  hasSession(): boolean;
  /** events/gateway#session-start-limit-object */
  identifiesLeft(): number;
  /** Sends the next event twice. */
  duplicateNext(): void;
  /** Holds events back until they are released. */
  hold(): void;
  release(order: "original" | "reversed"): void;
  /** Leaves the next heartbeat unacknowledged. */
  missHeartbeat(): void;
  /** Freezes the open connections: nothing passes any more, and neither side is told. */
  freeze(): void;
  /** Closes the connections with a close code, or without one terminates them. */
  drop(code?: number): void;
  /** Asks the app to reconnect and resume. */
  requestReconnect(): void;
  /** Sends Invalid Session. Without `canResume` the sessions end. */
  invalidate(canResume?: boolean): void;
  close(): void;
}

export function createGateway(options: GatewayOptions): Gateway {
  const server = new WebSocketServer({ noServer: true });
  const sessions = new Map<string, GatewaySession>();
  let connections: readonly GatewayConnection[] = [];
  let identifiedAt: readonly number[] = [];
  let held: readonly GatewayEvent[] | undefined;
  let isDuplicated = false;
  let isHeartbeatMissed = false;

  const recentIdentifies = () => {
    const since = options.context().clock.now() - identifyLimit.windowMs;
    identifiedAt = identifiedAt.filter((at) => at > since);
    return identifiedAt.length;
  };
  const send = (event: GatewayEvent) => {
    for (const session of sessions.values()) session.dispatch(event);
  };
  const services = {
    ...options,
    sessions,
    countIdentify: () => {
      identifiedAt = [...identifiedAt, options.context().clock.now()];
    },
    takeMissedHeartbeat: () => {
      const isMissed = isHeartbeatMissed;
      isHeartbeatMissed = false;
      return isMissed;
    },
  };

  return {
    upgrade: (request, socket, head) =>
      server.handleUpgrade(request, socket, head, (opened) => {
        const query = new URL(request.url ?? "", "http://localhost").searchParams;
        const connection = createConnection(services, opened, query);
        connections = [...connections, connection];
        opened.on("close", () => {
          connections = connections.filter((other) => other !== connection);
        });
      }),
    announce: (event) => {
      if (!isVisible(options.context(), event)) return;
      const copies = isDuplicated ? [event, event] : [event];
      isDuplicated = false;
      if (held) held = [...held, ...copies];
      else for (const copy of copies) send(copy);
    },
    connections: () => connections.filter((connection) => !connection.isFrozen()).length,
    connectedSessions: () => connections.flatMap((connection) => connection.sessionId() ?? []),
    hasSession: () => sessions.size > 0,
    identifiesLeft: () => identifyLimit.count - recentIdentifies(),
    duplicateNext: () => {
      isDuplicated = true;
    },
    hold: () => {
      held ??= [];
    },
    release: (order) => {
      const events = held ?? [];
      held = undefined;
      for (const event of order === "original" ? events : events.toReversed()) send(event);
    },
    missHeartbeat: () => {
      isHeartbeatMissed = true;
    },
    freeze: () => {
      for (const connection of connections) connection.freeze();
    },
    drop: (code) => {
      for (const connection of connections) connection.end(code);
    },
    requestReconnect: () => {
      for (const connection of connections) connection.send({ op: op.reconnect, d: null });
    },
    invalidate: (canResume = false) => {
      if (!canResume) sessions.clear();
      for (const connection of connections) connection.invalidate(canResume);
    },
    close: () => {
      for (const connection of connections) connection.end();
      server.close();
    },
  };
}

/** The app receives nothing from a channel that it can't see. */
function isVisible(context: GuildContext, { channel: id }: GatewayEvent): boolean {
  const channel = id === undefined ? undefined : findChannel(context, id);
  return channel === undefined || hasPermission(context, channel, "ViewChannel");
}
