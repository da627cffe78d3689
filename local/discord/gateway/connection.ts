import type { WebSocket } from "ws";
import { gatewaySends } from "../limits.ts";
import { guildInEvent } from "../payloads/guild.ts";
import { userById } from "../payloads/people.ts";
import type { GatewayParts } from "./gateway.ts";
import { intents, refuseIntents } from "./intents.ts";
import { op, readPayload, type Sent } from "./client-payloads.ts";
import { createSession, type Line, type Session } from "./session.ts";

/** One connection of an app. */
export interface Conversation {
  readonly line: Line;
  end(code?: number): void;
  /** From now on nothing passes either way, and nobody is told. */
  freeze(): void;
  isFrozen(): boolean;
  /** Tells the app that its session is over, where it has one; it may resume or identify over this same connection. */
  invalidate(canResume: boolean): void;
}

export interface GatewayStreet extends GatewayParts {
  readonly sessions: Map<string, Session>;
  readonly noteIdentify: () => void;
  readonly takeMissedHeartbeat: () => boolean;
}

/** Speaks with an app that connected: events/gateway#connection-lifecycle */
export function converse(street: GatewayStreet, socket: WebSocket, query: URLSearchParams): Conversation {
  const { clock } = street.core();
  let isFrozen = false;
  const line: Line = {
    send: (payload) => {
      if (!isFrozen) socket.send(JSON.stringify(payload));
    },
  };
  let session: Session | undefined;
  let received: readonly number[] = [];
  const lastHeartbeat = setTimeout(
    () => socket.close(4000, "no heartbeat"),
    2 * street.heartbeatInterval,
  ).unref();

  const isTooMuch = () => {
    received = [...received.filter((at) => at > clock.now() - gatewaySends.milliseconds), clock.now()];
    return received.length > gatewaySends.count;
  };
  const beat = () => {
    lastHeartbeat.refresh();
    if (!street.takeMissedHeartbeat()) line.send({ op: op.heartbeatAck });
  };
  const obey = (sent: Sent) => {
    switch (sent.kind) {
      case "wrong":
        return socket.close(sent.code);
      case "heartbeat":
        return beat();
      case "identify":
        if (session) return socket.close(4005, "Already authenticated.");
        session = identify(street, sent.d, { line, socket });
        return;
      case "resume":
        if (session) return socket.close(4005, "Already authenticated.");
        session = resume(street, sent.d, { line, socket });
        return;
      case "other":
        if (!session) socket.close(4003, "Not authenticated.");
    }
  };

  socket.on("error", () => socket.terminate());
  socket.on("close", (code) => {
    clearTimeout(lastHeartbeat);
    session?.detach(line);
    const isGoodbye = code === 1000 || code === 1001;
    if (isGoodbye && session) street.sessions.delete(session.id);
  });
  socket.on("message", (data) => {
    if (isFrozen || socket.readyState !== socket.OPEN) return;
    if (isTooMuch()) return socket.close(4008, "Rate limited.");
    obey(readPayload(String(data)));
  });
  if (query.get("v") !== "10" || query.get("encoding") !== "json") socket.close(4012, "Invalid API version.");
  else line.send({ op: op.hello, d: { heartbeat_interval: street.heartbeatInterval } });

  return {
    line,
    end: (code) => (code === undefined ? socket.terminate() : socket.close(code)),
    freeze: () => {
      isFrozen = true;
      clearTimeout(lastHeartbeat);
    },
    isFrozen: () => isFrozen,
    invalidate: (canResume) => {
      if (!session) return;
      session.detach(line);
      session = undefined;
      line.send({ op: op.invalidSession, d: canResume });
    },
  };
}

interface Ends {
  readonly line: Line;
  readonly socket: WebSocket;
}

type Of<K extends Sent["kind"]> = Extract<Sent, { readonly kind: K; readonly d: unknown }>["d"];

/** events/gateway#identifying; the guild is told after READY where the intents cover it. */
function identify(street: GatewayStreet, d: Of<"identify">, { line, socket }: Ends): Session | undefined {
  const core = street.core();
  const { shard = [0, 1] } = d;
  if (!isToken(street, d.token)) return refuse(socket, 4004, "Authentication failed.");
  if (shard[0] < 0 || shard[0] >= shard[1]) return refuse(socket, 4010, "Invalid shard.");
  const refusal = refuseIntents(d.intents, street.privileged);
  if (refusal !== undefined)
    return refuse(socket, refusal, refusal === 4013 ? "Invalid intent(s)." : "Disallowed intent(s).");
  street.noteIdentify();
  const session = createSession({ id: `session-${core.ids.next()}`, intents: d.intents }, line);
  street.sessions.set(session.id, session);
  const bot = { ...userById(core, core.app.botUserId), verified: true, mfa_enabled: true, email: null };
  session.dispatch({
    type: "READY",
    data: {
      v: 10,
      user: bot,
      guilds: [{ id: core.app.guildId, unavailable: true }],
      session_id: session.id,
      session_type: "normal",
      resume_gateway_url: street.url(),
      shard,
      application: { id: core.app.applicationId, flags: 0 },
      ...{
        private_channels: [],
        presences: [],
        relationships: [],
        user_settings: {},
        guild_join_requests: [],
      },
    },
  });
  session.dispatch({ type: "GUILD_CREATE", intent: intents.guilds, data: guildInEvent(core) });
  return session;
}

/** events/gateway#resuming */
function resume(street: GatewayStreet, d: Of<"resume">, { line, socket }: Ends): Session | undefined {
  if (!isToken(street, d.token)) return refuse(socket, 4004, "Authentication failed.");
  const session = street.sessions.get(d.session_id);
  if (!session) {
    line.send({ op: op.invalidSession, d: false });
    return undefined;
  }
  if (d.seq > session.lastSequence()) return refuse(socket, 4007, "Invalid seq.");
  if (!session.canResume(d.seq)) {
    line.send({ op: op.invalidSession, d: false });
    return undefined;
  }
  session.resume(line, d.seq);
  return session;
}

function isToken(street: GatewayStreet, token: string): boolean {
  return token.replace(/^Bot /, "") === street.core().app.token;
}

function refuse(socket: WebSocket, code: number, reason: string): undefined {
  socket.close(code, reason);
  return undefined;
}
