import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Clock } from "../shared/clock.ts";
import type { FaultQueue } from "../shared/fault-queue.ts";
import type { RestFault } from "./faults.ts";
import type { Gateway } from "./gateway/gateway.ts";
import { isRefusal, refuseWithStatus } from "./rest/result.ts";
import { answerRequest, type Office, type Reply, rateLimited, toReply } from "./rest/handle-request.ts";
import { limited } from "./rest/rate-limits.ts";
import { type Request, readRequest } from "./rest/request.ts";
import { findRoute } from "./rest/routes.ts";

/** A request that the app made, and what it was answered. */
export interface CallMade {
  readonly at: number;
  readonly method: string;
  /** Behind /api/v10. */
  readonly path: string;
  /** What the API's description calls it: "POST /channels/{channel}/messages". */
  readonly name: string;
  readonly body: unknown;
  readonly status: number;
  readonly answer: unknown;
}

export interface ServeParts {
  readonly clock: Clock;
  readonly faults: FaultQueue<RestFault>;
  readonly gateway: Gateway;
  readonly office: Office;
  readonly record: (call: CallMade) => void;
}

/** The one server: the REST API and the gateway. */
export function createGuildServer(parts: ServeParts): Server {
  const server = createServer((request, response) => {
    serve(parts, request, response).catch(() => send(response, broken));
  });
  server.on("upgrade", (request, socket, head) => parts.gateway.upgrade(request, socket, head));
  return server;
}

const broken = toReply(refuseWithStatus(500));

async function serve(parts: ServeParts, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const request = await readRequest(incoming);
  if (isRefusal(request)) return send(response, toReply(request));
  const name = nameOf(request);
  const run = () => {
    const reply = orBroken(() => answerRequest(request, parts.office));
    const { method, path, body } = request;
    parts.record({
      at: parts.clock.now(),
      method,
      path,
      name,
      body,
      status: reply.status,
      answer: reply.body,
    });
    return reply;
  };
  const fault = parts.faults.take(({ on }) => unnamed(on) === unnamed(name));
  if (fault) return goWrong(parts, fault, { response, run });
  send(response, run());
}

function nameOf({ method, path }: Request): string {
  const found = findRoute(method, path);
  return `${method} ${found.kind === "route" ? found.route.path : path}`;
}

/** What the places in a path are called does not matter. */
function unnamed(name: string): string {
  return name.replaceAll(/\{[^}]*\}/g, "{}");
}

function orBroken(answer: () => Reply): Reply {
  try {
    return answer();
  } catch {
    return broken;
  }
}

interface Doomed {
  readonly response: ServerResponse;
  readonly run: () => Reply;
}

/** How a request fails that was asked to. */
function goWrong({ clock }: ServeParts, fault: RestFault, { response, run }: Doomed): void {
  switch (fault.kind) {
    case "rateLimited":
      send(response, rateLimited(limited(fault.scope ?? "user", fault.retryAfter)));
      return;
    case "serverError":
      send(response, { status: fault.status ?? 500, headers: {} });
      return;
    case "refused": {
      const { status, code, message = "Refused" } = fault;
      send(response, toReply({ kind: "refused", status, body: { code, message } }));
      return;
    }
    case "garbled":
      response.writeHead(200, { "content-type": "text/html" }).end("<html>");
      return;
    case "slow":
      clock.after(fault.ms, () => send(response, run()));
      return;
    case "lostAnswer":
      run();
      reset(response);
      return;
    case "lostRequest":
      reset(response);
  }
}

/** Ends the connection with ECONNRESET, which discord.js takes as a reason to try again. */
function reset(response: ServerResponse): void {
  response.socket?.resetAndDestroy();
}

function send(response: ServerResponse, { status, headers, body }: Reply): void {
  if (body === undefined) response.writeHead(status, headers).end();
  else response.writeHead(status, headers).end(JSON.stringify(body));
}
