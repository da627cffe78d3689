import type { SlackAppIdentity } from "../workspace-context.ts";
import type { WebApiMethod, WebApiServices } from "./method.ts";
import { methods } from "./methods.ts";
import type { WebApiRateLimits } from "./rate-limits.ts";
import type { WebApiRequest } from "./read-request.ts";
import { apiError, type WebApiError, type WebApiResult } from "./result.ts";

/** The HTTP response to a call. */
export interface WebApiResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The body as data, for the log of calls. */
  readonly result?: WebApiResult;
}

export interface WebApi {
  readonly services: WebApiServices;
  readonly rateLimits: WebApiRateLimits;
  /** The scopes of the app-level token. */
  readonly appScopes: readonly string[];
}

/** Handles a call: checks the token, the scopes and the rate limit, then runs the method. */
export function handleCall(name: string, call: WebApiRequest | WebApiError, webApi: WebApi): WebApiResponse {
  const method = methods.get(name);
  if (!method) return toHttpResponse(apiError("unknown_method"));
  if ("ok" in call) return toHttpResponse(call);
  const { services, appScopes } = webApi;
  const provided = method.token === "app" ? appScopes : services.scopes;
  const headers = {
    "x-oauth-scopes": provided.join(","),
    "x-accepted-oauth-scopes": method.scopes.join(","),
  };
  const error = checkToken(method, call.token, services.context.app) ?? checkScopes(method, provided);
  if (error) return toHttpResponse(error, headers);
  const retryAfter = webApi.rateLimits.take(name, method.rate, channelOf(call));
  if (retryAfter !== undefined) return rateLimitedResponse(retryAfter);
  return toHttpResponse(method.call(call.args, services), headers);
}

function channelOf({ args: { channel } }: WebApiRequest): string {
  return typeof channel === "string" ? channel : "";
}

/** apis/web-api/rate-limits */
export function rateLimitedResponse(seconds: number): WebApiResponse {
  const { body, headers, result } = toHttpResponse(apiError("ratelimited"));
  return {
    status: 429,
    headers: { ...headers, "retry-after": String(seconds) },
    body,
    ...(result && { result }),
  };
}

export function toHttpResponse(
  result: WebApiResult,
  headers: Readonly<Record<string, string>> = {},
): WebApiResponse {
  const type = { "content-type": "application/json; charset=utf-8" };
  return { status: 200, headers: { ...type, ...headers }, body: JSON.stringify(result), result };
}

function checkToken(
  { token: kind }: WebApiMethod,
  token: string | undefined,
  { botToken, appToken }: SlackAppIdentity,
): WebApiError | undefined {
  if (token === undefined) return apiError("not_authed");
  if (token === (kind === "app" ? appToken : botToken)) return undefined;
  const isOther = token === botToken || token === appToken;
  return apiError(isOther ? "not_allowed_token_type" : "invalid_auth");
}

function checkScopes({ scopes }: WebApiMethod, provided: readonly string[]): WebApiError | undefined {
  if (scopes.length === 0 || scopes.some((scope) => provided.includes(scope))) return undefined;
  return { ...apiError("missing_scope"), needed: scopes.join(","), provided: provided.join(",") };
}
