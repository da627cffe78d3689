import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Clock } from "../shared/clock.ts";
import type { FaultQueue } from "../shared/fault-queue.ts";
import type { RestFault } from "./faults.ts";
import type { Gateway } from "./gateway/gateway.ts";
import {
  handleRequest,
  type RestApi,
  type RestResponse,
  rateLimitedResponse,
  toHttpResponse,
} from "./rest/handle-request.ts";
import { rateLimited } from "./rest/rate-limits.ts";
import { type RestRequest, readRequest } from "./rest/request.ts";
import { isRestError, statusError } from "./rest/result.ts";
import { matchRoute } from "./rest/routes.ts";

/** A request that the app made, with the response. */
export interface RestCall {
  readonly at: number;
  readonly method: string;
  /** After /api/v10. */
  readonly path: string;
  /** The route as in the API's description: "POST /channels/{channel}/messages". */
  readonly name: string;
  readonly body: unknown;
  readonly status: number;
  readonly answer: unknown;
}

export interface GuildServerOptions {
  readonly clock: Clock;
  readonly faults: FaultQueue<RestFault>;
  readonly gateway: Gateway;
  readonly restApi: RestApi;
  readonly record: (call: RestCall) => void;
}

/** One HTTP server for the REST API and the gateway. */
export function createGuildServer(options: GuildServerOptions): Server {
  const server = createServer((request, response) => {
    handleHttp(options, request, response).catch(() => send(response, internalError));
  });
  server.on("upgrade", (request, socket, head) => options.gateway.upgrade(request, socket, head));
  return server;
}

const internalError = toHttpResponse(statusError(500));

async function handleHttp(
  options: GuildServerOptions,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const file = findFile(options, incoming.url ?? "");
  if (file !== undefined) {
    response.writeHead(200, { "content-type": "text/plain; charset=utf-8" }).end(file);
    return;
  }
  const request = await readRequest(incoming);
  if (isRestError(request)) return send(response, toHttpResponse(request));
  const name = nameOf(request);
  const run = () => {
    const reply = orInternalError(() => handleRequest(request, options.restApi));
    const { method, path, body } = request;
    options.record({
      at: options.clock.now(),
      method,
      path,
      name,
      body,
      status: reply.status,
      answer: reply.body,
    });
    return reply;
  };
  const fault = options.faults.take(
    ({ on, atPath }) =>
      withoutParameterNames(on) === withoutParameterNames(name) && (atPath?.(request.path) ?? true),
  );
  if (fault) return injectFault(options, fault, { response, run });
  send(response, run());
}

/** The text of an attachment, as Discord's CDN serves it: /attachments/{channel}/{attachment}/{filename} */
function findFile({ restApi }: GuildServerOptions, url: string): string | undefined {
  const id = /^\/attachments\/\d+\/(\d+)\//.exec(url)?.[1];
  if (id === undefined) return undefined;
  const messages = Object.values(restApi.services.context.state.data.messages).flat();
  return messages.flatMap(({ attachments }) => attachments).find((one) => one.id === id)?.text;
}

function nameOf({ method, path }: RestRequest): string {
  const found = matchRoute(method, path);
  return `${method} ${found.kind === "route" ? found.route.path : path}`;
}

function withoutParameterNames(name: string): string {
  return name.replaceAll(/\{[^}]*\}/g, "{}");
}

function orInternalError(run: () => RestResponse): RestResponse {
  try {
    return run();
  } catch {
    return internalError;
  }
}

interface FaultyRequest {
  readonly response: ServerResponse;
  readonly run: () => RestResponse;
}

function injectFault(
  { clock }: GuildServerOptions,
  fault: RestFault,
  { response, run }: FaultyRequest,
): void {
  switch (fault.kind) {
    case "rateLimited":
      send(response, rateLimitedResponse(rateLimited(fault.scope ?? "user", fault.retryAfter)));
      return;
    case "serverError":
      send(response, { status: fault.status ?? 500, headers: {} });
      return;
    case "refused": {
      const { status, code, message = "Refused" } = fault;
      send(response, toHttpResponse({ kind: "refused", status, body: { code, message } }));
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
      return;
    case "closed":
      response.socket?.end();
      return;
    case "page":
      sendPage(response, fault);
  }
}

function sendPage(response: ServerResponse, fault: Extract<RestFault, { kind: "page" }>): void {
  const { status, retryAfter, html = "<html>Attention Required! | Cloudflare</html>" } = fault;
  const wait = retryAfter === undefined ? {} : { "retry-after": String(retryAfter) };
  response.writeHead(status, { "content-type": "text/html; charset=UTF-8", ...wait }).end(html);
}

/** Ends the connection with ECONNRESET, after which discord.js retries. */
function reset(response: ServerResponse): void {
  response.socket?.resetAndDestroy();
}

function send(response: ServerResponse, { status, headers, body }: RestResponse): void {
  if (body === undefined) response.writeHead(status, headers).end();
  else response.writeHead(status, headers).end(JSON.stringify(body));
}
