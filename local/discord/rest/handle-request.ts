import type { RateLimited, RestRateLimits } from "./rate-limits.ts";
import type { RestRequest } from "./request.ts";
import { isRestError, type RestResult, statusError } from "./result.ts";
import type { RestServices, Route, RouteParams } from "./route.ts";
import { matchRoute } from "./routes.ts";

/** The HTTP response to a request. */
export interface RestResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface RestApi {
  readonly services: RestServices;
  readonly rateLimits: RestRateLimits;
}

/** Handles a request: finds the route, checks the token and the rate limit, then runs the route. */
export function handleRequest(request: RestRequest, restApi: RestApi): RestResponse {
  const response = routeRequest(request, restApi);
  restApi.rateLimits.countStatus(response.status);
  return response;
}

function routeRequest(request: RestRequest, { services, rateLimits }: RestApi): RestResponse {
  const found = matchRoute(request.method, request.path);
  if (found.kind !== "route") return toHttpResponse(statusError(found.kind === "unknown" ? 404 : 405));
  const { route, params } = found;
  if (route.needsToken && request.token !== `Bot ${services.context.app.token}`)
    return toHttpResponse(statusError(401));
  const limit = rateLimits.take({
    method: route.method,
    path: route.path,
    majorParameters: majorParametersOf(params),
    isGlobal: !isInteractionRoute(route),
  });
  if (limit.kind === "limited") return rateLimitedResponse(limit);
  return toHttpResponse(route.answer(params, request, services), limit.headers);
}

/** topics/rate-limits: the major parameters (channel, guild and webhook) have buckets of their own */
function majorParametersOf({ channel = "", guild = "", token = "" }: RouteParams): string {
  return `${channel}/${guild}/${token}`;
}

/** topics/rate-limits#global-rate-limit: interaction endpoints are exempt */
function isInteractionRoute({ path }: Route): boolean {
  return path.startsWith("/interactions/") || path.startsWith("/webhooks/");
}

/** topics/rate-limits#exceeding-a-rate-limit */
export function rateLimitedResponse({ scope, retryAfter, headers }: RateLimited): RestResponse {
  const isGlobal = scope === "global";
  const message = scope === "shared" ? "The resource is being rate limited." : "You are being rate limited.";
  const body = { message, code: 0, retry_after: retryAfter, global: isGlobal };
  return { status: 429, headers: { ...json, ...headers }, body };
}

const json = { "content-type": "application/json" };

export function toHttpResponse(
  result: RestResult,
  headers: Readonly<Record<string, string>> = {},
): RestResponse {
  if (isRestError(result))
    return { status: result.status, headers: { ...json, ...headers }, body: result.body };
  const { status, body } = result;
  if (status === 204) return { status, headers };
  return { status, headers: { ...json, ...headers }, body };
}
