import { createHmac } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import { onTestFinished } from "vitest";
import { type WebSocket, WebSocketServer } from "ws";
import { listenOnLoopback, readText } from "../../loopback.ts";

/** A call of Slack's Web API, or a post to a response_url (method `response_url`). */
interface Call {
  readonly method: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** As much of Slack as these tests need: the Web API, response_url and Socket Mode on loopback. */
export interface Workspace {
  readonly apiUrl: string;
  readonly responseUrl: string;
  readonly calls: readonly Call[];
  /** Sends an envelope by Socket Mode. */
  push(envelope: object): void;
  readonly acknowledged: readonly string[];
  readonly isConnected: () => boolean;
}

const botUser = "U0BOT";

export async function openWorkspace(): Promise<Workspace> {
  const calls: Call[] = [];
  const acknowledged: string[] = [];
  const sockets: WebSocket[] = [];
  const server = createServer(async (request, response) => {
    const body = await readBody(request);
    const method = (request.url ?? "").replace(/^\/api\//, "").replace(/^\//, "");
    calls.push({ method, body });
    response
      .writeHead(200, { "content-type": "application/json" })
      .end(JSON.stringify(answerTo(method, port)));
  });
  const port = await listenOnLoopback(server);
  new WebSocketServer({ server }).on("connection", (socket) => {
    sockets.push(socket);
    socket.on("message", (data) => acknowledged.push(String(JSON.parse(String(data)).envelope_id)));
    socket.send(JSON.stringify({ type: "hello", num_connections: 1 }));
  });
  onTestFinished(() => {
    for (const socket of sockets) socket.terminate();
    server.closeAllConnections();
    server.close();
  });
  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    responseUrl: `http://127.0.0.1:${port}/response_url`,
    calls,
    acknowledged,
    push: (envelope) => sockets.at(-1)?.send(JSON.stringify(envelope)),
    isConnected: () => sockets.length > 0,
  };
}

function answerTo(method: string, port: number): object {
  switch (method) {
    case "auth.test":
      return { ok: true, user_id: botUser, bot_id: "B0BOT", team_id: "T1", user: "signpost" };
    case "apps.connections.open":
      return { ok: true, url: `ws://127.0.0.1:${port}/` };
    default:
      return { ok: true, ts: "1700000000.000100" };
  }
}

/** Sends a request to the bot's endpoint as Slack does: authentication/verifying-requests-from-slack. */
export async function sendSigned(
  url: string,
  secret: string,
  { body, type }: { body: string; type: string },
) {
  const timestamp = Math.floor(Date.now() / 1000);
  const signature = createHmac("sha256", secret).update(`v0:${timestamp}:${body}`).digest("hex");
  return await fetch(url, {
    method: "POST",
    headers: {
      "content-type": type,
      "x-slack-request-timestamp": String(timestamp),
      "x-slack-signature": `v0=${signature}`,
    },
    body,
  });
}

async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  const text = await readText(request);
  if (request.headers["content-type"]?.includes("json")) return JSON.parse(text);
  return Object.fromEntries([...new URLSearchParams(text)].map(([name, value]) => [name, parsed(value)]));
}

/** Slack's form fields hold JSON for lists and objects, and text as it is. */
function parsed(value: string): unknown {
  return /^[[{]/.test(value) ? JSON.parse(value) : value;
}
