import { createServer } from "node:http";
import { onTestFinished } from "vitest";
import { type WebSocket, WebSocketServer } from "ws";
import { listenOnLoopback, readText } from "../../loopback.ts";

/** A request to the REST API. */
interface Call {
  readonly method: string;
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** As much of Discord as these tests need: the gateway and the REST API on loopback. */
export interface Guild {
  readonly apiUrl: string;
  readonly calls: readonly Call[];
  /** Sends an event by the gateway. */
  dispatch(type: string, data: object): void;
}

export const bot = {
  id: "900",
  username: "signpost",
  discriminator: "0",
  global_name: null,
  avatar: null,
  bot: true,
};
export const lan = { id: "101", username: "lan", discriminator: "0", global_name: "Lan", avatar: null };

const op = { dispatch: 0, heartbeat: 1, identify: 2, hello: 10, heartbeatAck: 11 };

export async function openGuild(): Promise<Guild> {
  const calls: Call[] = [];
  let socket: WebSocket | undefined;
  let sequence = 0;
  const send = (payload: object) => socket?.send(JSON.stringify(payload));
  const dispatch = (type: string, data: object) => {
    sequence += 1;
    send({ op: op.dispatch, t: type, s: sequence, d: data });
  };

  const server = createServer(async (request, response) => {
    const [, path = ""] = (request.url ?? "").split("/v10");
    const call = { method: request.method ?? "", path, body: JSON.parse((await readText(request)) || "{}") };
    calls.push(call);
    const answer = answerTo(call, port);
    if (answer === undefined) response.writeHead(204).end();
    else response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answer));
  });
  const port = await listenOnLoopback(server);
  new WebSocketServer({ server }).on("connection", (opened) => {
    socket = opened;
    opened.on("message", (data) => {
      const payload = JSON.parse(String(data));
      if (payload.op === op.heartbeat) send({ op: op.heartbeatAck });
      if (payload.op !== op.identify) return;
      const session = { session_id: "s", resume_gateway_url: `ws://127.0.0.1:${port}`, v: 10 };
      dispatch("READY", { ...session, user: bot, guilds: [], application: { id: "900", flags: 0 } });
    });
    send({ op: op.hello, d: { heartbeat_interval: 40_000 } });
  });
  onTestFinished(() => {
    socket?.terminate();
    server.closeAllConnections();
    server.close();
  });
  return { apiUrl: `http://127.0.0.1:${port}`, calls, dispatch };
}

function answerTo({ method, path, body }: Call, port: number): unknown {
  if (path === "/gateway/bot") {
    const limit = { total: 1000, remaining: 999, reset_after: 1, max_concurrency: 1 };
    return { url: `ws://127.0.0.1:${port}`, shards: 1, session_start_limit: limit };
  }
  if (path.startsWith("/applications/") && method === "PUT") return [];
  if (path.startsWith("/interactions/")) return undefined;
  const [, channel, message] = /^\/channels\/(\d+)(?:\/messages(?:\/(\d+))?)?$/.exec(path) ?? [];
  if (channel && method === "POST")
    return messageOf({ id: "777", channel_id: channel, author: bot, ...body });
  if (channel && message) return messageOf({ id: message, channel_id: channel, author: lan });
  if (channel) return { id: channel, type: 1, recipients: [lan], last_message_id: null };
  return {};
}

/** A direct message, or one of the bot, with everything that discord.js reads of it. */
export function messageOf(fields: object): object {
  return {
    content: "",
    channel_type: 1,
    author: lan,
    timestamp: "2026-11-20T00:00:00.000Z",
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    components: [],
    pinned: false,
    type: 0,
    flags: 0,
    ...fields,
  };
}
