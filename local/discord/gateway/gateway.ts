import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import type { GuildContext } from "../guild-context.ts";
import { identifies as identifyLimit } from "../limits.ts";
import { may } from "../state/permissions.ts";
import { findChannel } from "../state/find.ts";
import { type Conversation, converse } from "./connection.ts";
import type { GatewayEvent } from "./events.ts";
import type { Privileged } from "./intents.ts";
import { op } from "./client-payloads.ts";
import type { Session } from "./session.ts";

/** events/gateway */
export interface Gateway {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  announce(event: GatewayEvent): void;
  /** How many connections are open, the dead ones left out. */
  connections(): number;
  /** Whether some app hears what happens, now or once it has resumed. */
  hasListener(): boolean;
  /** resources: events/gateway#session-start-limit-object */
  identifiesLeft(): number;
  duplicateNext(): void;
  hold(): void;
  release(order: "kept" | "reversed"): void;
  /** The next heartbeat is not acknowledged. */
  missHeartbeat(): void;
  /** Nothing passes over the open connections any more, and nobody is told. */
  freeze(): void;
  /** Ends the connections: with a close code, or without a word. */
  drop(code?: number): void;
  /** Asks the app to reconnect and resume. */
  reconnect(): void;
  /** Tells the app that its session is over, or with `canResume` that it should resume. */
  invalidate(canResume?: boolean): void;
  close(): void;
}

export interface GatewayParts {
  /** Known only when everything is there. */
  readonly core: () => GuildContext;
  readonly privileged: readonly Privileged[];
  /** Milliseconds; by the machine's clock, which is the app's too. */
  readonly heartbeatInterval: number;
  readonly url: () => string;
}

export function createGateway(parts: GatewayParts): Gateway {
  const server = new WebSocketServer({ noServer: true });
  const sessions = new Map<string, Session>();
  let open: readonly Conversation[] = [];
  let identified: readonly number[] = [];
  let held: readonly GatewayEvent[] | undefined;
  let isDuplicated = false;
  let isHeartbeatMissed = false;

  const recentIdentifies = () => {
    const since = parts.core().clock.now() - identifyLimit.milliseconds;
    identified = identified.filter((at) => at > since);
    return identified.length;
  };
  const send = (event: GatewayEvent) => {
    for (const session of sessions.values()) session.dispatch(event);
  };
  const street = {
    ...parts,
    sessions,
    noteIdentify: () => {
      identified = [...identified, parts.core().clock.now()];
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
        const conversation = converse(
          street,
          opened,
          new URL(request.url ?? "", "http://localhost").searchParams,
        );
        open = [...open, conversation];
        opened.on("close", () => {
          open = open.filter((other) => other !== conversation);
        });
      }),
    announce: (event) => {
      if (!isVisible(parts.core(), event)) return;
      const copies = isDuplicated ? [event, event] : [event];
      isDuplicated = false;
      if (held) held = [...held, ...copies];
      else for (const copy of copies) send(copy);
    },
    connections: () => open.filter((conversation) => !conversation.isFrozen()).length,
    hasListener: () => sessions.size > 0,
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
      for (const event of order === "kept" ? events : events.toReversed()) send(event);
    },
    missHeartbeat: () => {
      isHeartbeatMissed = true;
    },
    freeze: () => {
      for (const conversation of open) conversation.freeze();
    },
    drop: (code) => {
      for (const conversation of open) conversation.end(code);
    },
    reconnect: () => {
      for (const { line } of open) line.send({ op: op.reconnect, d: null });
    },
    invalidate: (canResume = false) => {
      if (!canResume) sessions.clear();
      for (const conversation of open) conversation.invalidate(canResume);
    },
    close: () => {
      for (const conversation of open) conversation.end();
      server.close();
    },
  };
}

/** The app hears nothing of a channel that it does not see. */
function isVisible(core: GuildContext, { channel: id }: GatewayEvent): boolean {
  const channel = id === undefined ? undefined : findChannel(core, id);
  return channel === undefined || may(core, channel, "ViewChannel");
}
