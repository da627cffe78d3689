import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { z } from "zod";
import type { Clock } from "../shared/clock.ts";
import type { FaultQueue } from "../shared/fault-queue.ts";
import { readText } from "../shared/request-body.ts";
import type { SocketMode } from "./delivery/socket-mode.ts";
import type { WebApiFault } from "./faults.ts";
import type { ResponseUrls } from "./response-urls.ts";
import {
  handleCall,
  rateLimitedResponse,
  toHttpResponse,
  type WebApi,
  type WebApiResponse,
} from "./web-api/handle-call.ts";
import { readRequest } from "./web-api/read-request.ts";
import { apiError } from "./web-api/result.ts";

/** A call that the app made, with the response. */
export interface WebApiCall {
  readonly at: number;
  /** A method of the Web API, or "response_url". */
  readonly method: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly status: number;
  readonly answer: Readonly<Record<string, unknown>>;
}

export interface WorkspaceServerOptions {
  readonly clock: Clock;
  readonly faults: FaultQueue<WebApiFault>;
  readonly socketMode: SocketMode;
  readonly responseUrls: ResponseUrls;
  readonly webApi: WebApi;
  readonly record: (call: WebApiCall) => void;
}

/** One HTTP server for the Web API, response_url and Socket Mode. */
export function createWorkspaceServer(options: WorkspaceServerOptions): Server {
  const server = createServer((request, response) => {
    handleRequest(options, request, response).catch(() => send(response, internalError));
  });
  server.on("upgrade", (request, socket, head) => options.socketMode.upgrade(request, socket, head));
  return server;
}

/** For requests that can't be read or that crash a handler. A bug of ours must not look like a network fault. */
const internalError = toHttpResponse(apiError("internal_error"));

async function handleRequest(
  options: WorkspaceServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname } = new URL(request.url ?? "", "http://localhost");
  const call = await prepareCall(options, request, pathname);
  if (!call) return send(response, { ...toHttpResponse(apiError("not_found")), status: 404 });
  const fault = options.faults.take(
    ({ method, inChannel }) => method === call.method && (inChannel?.(call.channel) ?? true),
  );
  if (fault) return injectFault(options, fault, response, call.run);
  send(response, call.run());
}

interface PreparedCall {
  readonly method: string;
  /** The id of the channel that the call is about; empty if it is about none. */
  readonly channel: string;
  readonly run: () => WebApiResponse;
}

async function prepareCall(
  { webApi, responseUrls, record, clock }: WorkspaceServerOptions,
  request: IncomingMessage,
  pathname: string,
): Promise<PreparedCall | undefined> {
  const recorded = (method: string, args: Readonly<Record<string, unknown>>, run: () => WebApiResponse) => {
    const response = orInternalError(run);
    record({ at: clock.now(), method, args, status: response.status, answer: response.result ?? {} });
    return response;
  };
  if (pathname.startsWith("/api/")) {
    const method = pathname.slice("/api/".length);
    const call = await readRequest(request);
    const args = "ok" in call ? {} : call.args;
    const { channel } = z
      .object({ channel: z.string().catch("") })
      .catch({ channel: "" })
      .parse(args);
    return { method, channel, run: () => recorded(method, args, () => handleCall(method, call, webApi)) };
  }
  if (!pathname.startsWith("/response/")) return undefined;
  const text = await readText(request);
  const method = "response_url";
  return {
    method,
    channel: "",
    run: () => recorded(method, { text }, () => responseUrls.use(pathname, text)),
  };
}

function orInternalError(run: () => WebApiResponse): WebApiResponse {
  try {
    return run();
  } catch {
    return internalError;
  }
}

function injectFault(
  { clock }: WorkspaceServerOptions,
  fault: WebApiFault,
  response: ServerResponse,
  run: () => WebApiResponse,
): void {
  switch (fault.kind) {
    case "rateLimited":
      send(response, rateLimitedResponse(fault.retryAfter));
      break;
    case "serverError":
      send(response, { status: fault.status ?? 500, headers: {}, body: "" });
      break;
    case "refused":
      send(response, toHttpResponse(apiError(fault.error)));
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

function send(response: ServerResponse, { status, headers, body }: WebApiResponse): void {
  response.writeHead(status, headers).end(body);
}
