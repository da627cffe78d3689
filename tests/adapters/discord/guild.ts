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

export const minh = { id: "102", username: "minh", discriminator: "0", global_name: "Minh", avatar: null };

/** A server with one text channel, 600. */
const learners = {
  id: "800",
  name: "Learners",
  owner_id: lan.id,
  roles: [{ id: "800", name: "@everyone", permissions: "8", position: 0, color: 0, flags: 0 }],
  channels: [{ id: "600", type: 0, name: "help", position: 0, permission_overwrites: [] }],
  members: [{ user: bot, roles: [], joined_at: "2026-01-01T00:00:00.000Z", flags: 0 }],
  threads: [],
  emojis: [],
  stickers: [],
  presences: [],
  voice_states: [],
  features: [],
  member_count: 3,
};

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
      const guilds = [{ id: learners.id, unavailable: true }];
      dispatch("READY", { ...session, user: bot, guilds, application: { id: "900", flags: 0 } });
      dispatch("GUILD_CREATE", learners);
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

/** What every message is that is asked for by id: the bot's, in reply to message 31. */
const answered = {
  author: bot,
  type: 19,
  message_reference: { message_id: "31", channel_id: "600", guild_id: "800" },
};

function answerTo({ method, path, body }: Call, port: number): unknown {
  if (path === "/gateway/bot") {
    const limit = { total: 1000, remaining: 999, reset_after: 1, max_concurrency: 1 };
    return { url: `ws://127.0.0.1:${port}`, shards: 1, session_start_limit: limit };
  }
  if (path.startsWith("/applications/") && method === "PUT") return [];
  if (path.startsWith("/interactions/")) return undefined;
  const [, channel, message] = /^\/channels\/(\d+)(?:\/messages(?:\/(\d+))?)?$/.exec(path) ?? [];
  if (path === "/users/@me/channels") return { id: "501", type: 1, recipients: [minh] };
  if (path.startsWith("/users/")) return minh;
  if (channel && method === "POST")
    return messageOf({ id: "777", channel_id: channel, author: bot, ...body });
  if (channel && message) return messageOf({ ...answered, id: message, channel_id: channel });
  if (channel) return { id: channel, type: 1, recipients: [lan], last_message_id: null };
  return {};
}

/** A direct message, unless the fields say otherwise, with everything that discord.js reads of one. */
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
