import WebSocket from "ws";
import { z } from "zod";
import { parseJson } from "../../../src/lib/parse-json.ts";
import type { GatewaySession } from "./session-record.ts";

/**
 * What Discord tells of a session that ended with its process. `replayed`: in which channels messages were written, and
 * how many commands, presses and forms there were, which can't be answered any more. `over`: Discord has dropped the
 * session.
 */
export type Replay =
  | { readonly kind: "replayed"; readonly channels: ReadonlySet<string>; readonly interactions: number }
  | { readonly kind: "over" };

/** topics/opcodes-and-status-codes#gateway-gateway-opcodes */
const op = { dispatch: 0, heartbeat: 1, resume: 6, reconnect: 7, invalidSession: 9, hello: 10 } as const;
const payloadSchema = z.object({
  op: z.number(),
  t: z.string().nullish(),
  d: z.unknown(),
});
const channelSchema = z.object({ channel_id: z.string() });

const replayTimeoutMs = 30_000;

/**
 * Resumes the session over a connection of its own and listens until Discord has told all that was missed. The bot's
 * connection can't do this: discord.js learns its servers and channels from a new session only. Several sessions may
 * be connected at a time (events/gateway#sharding). Never rejects.
 */
export function replaySession(session: GatewaySession, token: string): Promise<Replay> {
  const { resumeURL, sessionId, sequence } = session;
  const socket = new WebSocket(`${resumeURL}?v=10&encoding=json`);
  const channels = new Set<string>();
  let interactions = 0;
  return new Promise((resolve) => {
    const end = (replay: Replay) => {
      clearTimeout(timeout);
      // This code ends the session.
      socket.close(1000);
      resolve(replay);
    };
    const timeout = setTimeout(() => end({ kind: "over" }), replayTimeoutMs);
    const send = (code: number, d: unknown) => socket.send(JSON.stringify({ op: code, d }));
    const hear = (type: string | null | undefined, data: unknown) => {
      if (type === "RESUMED") end({ kind: "replayed", channels, interactions });
      if (type === "INTERACTION_CREATE") interactions += 1;
      const message = type === "MESSAGE_CREATE" ? channelSchema.safeParse(data) : undefined;
      if (message?.success) channels.add(message.data.channel_id);
    };
    socket.on("message", (raw) => {
      const payload = parseJson(String(raw), payloadSchema);
      switch (payload?.op) {
        case op.hello:
          return send(op.resume, { token, session_id: sessionId, seq: sequence });
        case op.heartbeat:
          return send(op.heartbeat, sequence);
        case op.invalidSession:
        case op.reconnect:
          return end({ kind: "over" });
        case op.dispatch:
          return hear(payload.t, payload.d);
        default:
          return undefined;
      }
    });
    socket.on("error", () => end({ kind: "over" }));
    socket.on("close", () => end({ kind: "over" }));
  });
}
