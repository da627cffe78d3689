import type { WebSocket } from "ws";
import { gatewaySends } from "../limits.ts";
import { findUserPayload } from "../payloads/people.ts";
import { appGuilds } from "../state/guilds.ts";
import { type ClientPayload, op, readPayload } from "./client-payloads.ts";
import { guildCreated } from "./events.ts";
import type { GatewayOptions } from "./gateway-options.ts";
import { closeCodeForIntents } from "./intents.ts";
import { createSession, type GatewaySession, type SessionConnection } from "./session.ts";
import { hears } from "./shard.ts";

/** A connection of the app. */
export interface GatewayConnection extends SessionConnection {
  /** Closes it with a close code, or without one terminates it. */
  end(code?: number): void;
  /** From now on nothing passes in either direction, and neither side is told. */
  freeze(): void;
  isFrozen(): boolean;
  /** The session whose events it receives; undefined without one, and once it is frozen or closed. */
  session(): GatewaySession | undefined;
  /** Sends Invalid Session, if there is one. The app may resume or identify over the same connection. */
  invalidate(canResume: boolean): void;
}

export interface ConnectionServices extends GatewayOptions {
  readonly sessions: Map<string, GatewaySession>;
  readonly takeMissedHeartbeat: () => boolean;
}

/** Serves a connection of the app: events/gateway#connection-lifecycle */
export function createConnection(
  services: ConnectionServices,
  socket: WebSocket,
  query: URLSearchParams,
): GatewayConnection {
  const { clock } = services.context();
  let isFrozen = false;
  const connection: SessionConnection = {
    send: (payload) => {
      if (!isFrozen) socket.send(JSON.stringify(payload));
    },
  };
  let session: GatewaySession | undefined;
  let receivedAt: readonly number[] = [];
  const heartbeatTimeout = setTimeout(
    () => socket.close(4000, "no heartbeat"),
    2 * services.heartbeatIntervalMs,
  ).unref();

  const isRateLimited = () => {
    receivedAt = [...receivedAt.filter((at) => at > clock.now() - gatewaySends.windowMs), clock.now()];
    return receivedAt.length > gatewaySends.count;
  };
  const acknowledgeHeartbeat = () => {
    heartbeatTimeout.refresh();
    if (!services.takeMissedHeartbeat()) connection.send({ op: op.heartbeatAck });
  };
  const handlePayload = (payload: ClientPayload) => {
    switch (payload.kind) {
      case "invalid":
        return socket.close(payload.code);
      case "heartbeat":
        return acknowledgeHeartbeat();
      case "identify":
        if (session) return socket.close(4005, "Already authenticated.");
        session = identify(services, payload.d, { connection, socket });
        return;
      case "resume":
        if (session) return socket.close(4005, "Already authenticated.");
        session = resume(services, payload.d, { connection, socket });
        return;
      case "other":
        if (!session) socket.close(4003, "Not authenticated.");
    }
  };

  socket.on("error", () => socket.terminate());
  socket.on("close", (code) => {
    clearTimeout(heartbeatTimeout);
    session?.detach(connection);
    const isCleanClose = code === 1000 || code === 1001;
    if (isCleanClose && session) services.sessions.delete(session.id);
  });
  socket.on("message", (data) => {
    if (isFrozen || socket.readyState !== socket.OPEN) return;
    if (isRateLimited()) return socket.close(4008, "Rate limited.");
    handlePayload(readPayload(String(data)));
  });
  if (query.get("v") !== "10" || query.get("encoding") !== "json") socket.close(4012, "Invalid API version.");
  else connection.send({ op: op.hello, d: { heartbeat_interval: services.heartbeatIntervalMs } });

  return {
    ...connection,
    end: (code) => (code === undefined ? socket.terminate() : socket.close(code)),
    freeze: () => {
      isFrozen = true;
      clearTimeout(heartbeatTimeout);
    },
    isFrozen: () => isFrozen,
    session: () => (isFrozen || socket.readyState !== socket.OPEN ? undefined : session),
    invalidate: (canResume) => {
      if (!session) return;
      session.detach(connection);
      session = undefined;
      connection.send({ op: op.invalidSession, d: canResume });
    },
  };
}

interface ConnectingClient {
  readonly connection: SessionConnection;
  readonly socket: WebSocket;
}

type PayloadData<K extends ClientPayload["kind"]> = Extract<
  ClientPayload,
  { readonly kind: K; readonly d: unknown }
>["d"];

/** events/gateway#identifying. GUILD_CREATE follows READY if the intents cover it. */
function identify(
  services: ConnectionServices,
  d: PayloadData<"identify">,
  { connection, socket }: ConnectingClient,
): GatewaySession | undefined {
  const context = services.context();
  const [shardId, count] = d.shard ?? [0, 1];
  const shard = { id: shardId, count };
  if (!isToken(services, d.token)) return closeWith(socket, 4004, "Authentication failed.");
  if (shardId < 0 || shardId >= count) return closeWith(socket, 4010, "Invalid shard.");
  if (count < services.minShards) return closeWith(socket, 4011, "Sharding required.");
  const code = closeCodeForIntents(d.intents, services.privileged);
  if (code !== undefined)
    return closeWith(socket, code, code === 4013 ? "Invalid intent(s)." : "Disallowed intent(s).");
  const start = services.sessionStarts.take(shardId);
  // Discord then resets the token: events/gateway#session-start-limit-object
  if (start === "spent") return closeWith(socket, 4004, "Authentication failed.");
  if (start === "tooEarly") {
    connection.send({ op: op.invalidSession, d: false });
    return undefined;
  }
  const id = `session-${context.ids.next()}`;
  const session = createSession({ id, intents: d.intents, shard }, connection);
  services.sessions.set(session.id, session);
  const heard = appGuilds(context).filter((guild) => hears(shard, guild.id));
  const user = findUserPayload(context, context.app.botUserId);
  session.dispatch({
    type: "READY",
    data: {
      v: 10,
      user: { ...user, verified: true, mfa_enabled: true, email: null },
      guilds: heard.map((guild) => ({ id: guild.id, unavailable: true })),
      session_id: session.id,
      session_type: "normal",
      resume_gateway_url: services.url(),
      shard: [shardId, count],
      application: { id: context.app.applicationId, flags: 0 },
      ...{
        private_channels: [],
        presences: [],
        relationships: [],
        user_settings: {},
        guild_join_requests: [],
      },
    },
  });
  for (const guild of heard) session.dispatch(guildCreated(context, guild));
  return session;
}

/** events/gateway#resuming */
function resume(
  services: ConnectionServices,
  d: PayloadData<"resume">,
  { connection, socket }: ConnectingClient,
): GatewaySession | undefined {
  if (!isToken(services, d.token)) return closeWith(socket, 4004, "Authentication failed.");
  const session = services.sessions.get(d.session_id);
  if (!session) {
    connection.send({ op: op.invalidSession, d: false });
    return undefined;
  }
  if (d.seq > session.lastSequence()) return closeWith(socket, 4007, "Invalid seq.");
  if (!session.canResume(d.seq)) {
    connection.send({ op: op.invalidSession, d: false });
    return undefined;
  }
  session.resume(connection, d.seq);
  return session;
}

function isToken(services: ConnectionServices, token: string): boolean {
  return token.replace(/^Bot /, "") === services.context().app.token;
}

function closeWith(socket: WebSocket, code: number, reason: string): undefined {
  socket.close(code, reason);
  return undefined;
}
