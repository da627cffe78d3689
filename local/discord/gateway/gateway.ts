import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import type { GuildContext } from "../guild-context.ts";
import { findChannel } from "../state/find.ts";
import { hasPermission } from "../state/permissions.ts";
import { op } from "./client-payloads.ts";
import { createConnection, type GatewayConnection } from "./connection.ts";
import type { GatewayEvent } from "./gateway-event.ts";
import type { GatewayOptions } from "./gateway-options.ts";
import type { GatewaySession } from "./session.ts";
import { guildOf, hears } from "./shard.ts";

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
  /** Sends the next event twice. */
  duplicateNext(): void;
  /** Holds events back until they are released. */
  hold(): void;
  release(order: "original" | "reversed"): void;
  /** Leaves the next heartbeat unacknowledged. */
  missHeartbeat(): void;
  /** Freezes the open connections, or those of a shard: nothing passes any more, and neither side is told. */
  freeze(shard?: number): void;
  /** Closes the connections, or those of a shard, with a close code, or without one terminates them. */
  drop(code?: number, shard?: number): void;
  /** Asks the app to reconnect and resume. */
  requestReconnect(): void;
  /** Sends Invalid Session to all, or to those of a shard. Without `canResume` the sessions end. */
  invalidate(canResume?: boolean, shard?: number): void;
  close(): void;
}

export function createGateway(options: GatewayOptions): Gateway {
  const server = new WebSocketServer({ noServer: true });
  const sessions = new Map<string, GatewaySession>();
  let connections: readonly GatewayConnection[] = [];
  let held: readonly GatewayEvent[] | undefined;
  let isDuplicated = false;
  let isHeartbeatMissed = false;

  const send = (event: GatewayEvent) => {
    const guild = guildOf(event);
    for (const session of sessions.values()) if (hears(session.shard, guild)) session.dispatch(event);
  };
  const connectionsOf = (shard: number | undefined) =>
    connections.filter((connection) => shard === undefined || connection.session()?.shard.id === shard);
  const services = {
    ...options,
    sessions,
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
    connectedSessions: () => connections.flatMap((connection) => connection.session()?.id ?? []),
    hasSession: () => sessions.size > 0,
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
    freeze: (shard) => {
      for (const connection of connectionsOf(shard)) connection.freeze();
    },
    drop: (code, shard) => {
      for (const connection of connectionsOf(shard)) connection.end(code);
    },
    requestReconnect: () => {
      for (const connection of connections) connection.send({ op: op.reconnect, d: null });
    },
    invalidate: (canResume = false, shard) => {
      const invalid = connectionsOf(shard);
      for (const { id, shard: of } of canResume ? [] : [...sessions.values()]) {
        if (shard === undefined || of.id === shard) sessions.delete(id);
      }
      for (const connection of invalid) connection.invalidate(canResume);
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
