import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Clock } from "../shared/clock.ts";
import type { FaultQueue } from "../shared/fault-queue.ts";
import { readText } from "../shared/request-body.ts";
import type { Sockets } from "./delivery/socket-mode.ts";
import type { ApiFault } from "./faults.ts";
import type { ResponseUrls } from "./response-urls.ts";
import { refuse } from "./web-api/result.ts";
import { answerCall, type Reply, rateLimited, toReply } from "./web-api/handle-call.ts";
import { readCall } from "./web-api/read-call.ts";

/** A call that the app made, and what it was answered. */
export interface CallMade {
  readonly at: number;
  /** The Web API's method, or "response_url". */
  readonly method: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly status: number;
  readonly answer: Readonly<Record<string, unknown>>;
}

export interface ServeParts {
  readonly clock: Clock;
  readonly faults: FaultQueue<ApiFault>;
  readonly sockets: Sockets;
  readonly responseUrls: ResponseUrls;
  readonly office: Parameters<typeof answerCall>[2];
  readonly record: (call: CallMade) => void;
}

/** The one server: Web API, response_url and the link for Socket Mode. */
export function createWorkspaceServer(parts: ServeParts): Server {
  const server = createServer((request, response) => {
    serve(parts, request, response).catch(() => send(response, broken));
  });
  server.on("upgrade", (request, socket, head) => parts.sockets.upgrade(request, socket, head));
  return server;
}

/** What can't even be read, or breaks what reads it: no fault of ours may look like one of the network. */
const broken = toReply(refuse("internal_error"));

async function serve(parts: ServeParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? "", "http://localhost");
  const work = await prepare(parts, request, pathname);
  if (!work) return send(response, { ...toReply(refuse("not_found")), status: 404 });
  const fault = parts.faults.take(({ method }) => method === work.method);
  if (fault) return goWrong(parts, fault, response, work.run);
  send(response, work.run());
}

interface Prepared {
  readonly method: string;
  readonly run: () => Reply;
}

async function prepare(
  { office, responseUrls, record, clock }: ServeParts,
  request: IncomingMessage,
  pathname: string,
): Promise<Prepared | undefined> {
  const noted = (method: string, args: Readonly<Record<string, unknown>>, answer: () => Reply) => {
    const reply = orBroken(answer);
    record({ at: clock.now(), method, args, status: reply.status, answer: reply.answer ?? {} });
    return reply;
  };
  if (pathname.startsWith("/api/")) {
    const method = pathname.slice("/api/".length);
    const call = await readCall(request);
    const args = "ok" in call ? {} : call.args;
    return { method, run: () => noted(method, args, () => answerCall(method, call, office)) };
  }
  if (!pathname.startsWith("/response/")) return undefined;
  const text = await readText(request);
  const method = "response_url";
  return { method, run: () => noted(method, { text }, () => responseUrls.use(pathname, text)) };
}

function orBroken(answer: () => Reply): Reply {
  try {
    return answer();
  } catch {
    return broken;
  }
}

/** How a call fails that was asked to. */
function goWrong({ clock }: ServeParts, fault: ApiFault, response: ServerResponse, run: () => Reply): void {
  switch (fault.kind) {
    case "rateLimited":
      send(response, rateLimited(fault.retryAfter));
      break;
    case "serverError":
      send(response, { status: fault.status ?? 500, headers: {}, body: "" });
      break;
    case "refused":
      send(response, toReply(refuse(fault.error)));
      break;
    case "garbled":
      send(response, { status: 200, headers: { "content-type": "text/html" }, body: "<html>" });
      break;
    case "slow":
      clock.after(fault.ms, () => send(response, run()));
      break;
    case "lostAnswer":
      run();
      response.destroy();
      break;
    case "lostRequest":
      response.destroy();
      break;
  }
}

function send(response: ServerResponse, { status, headers, body }: Reply): void {
  response.writeHead(status, headers).end(body);
}
