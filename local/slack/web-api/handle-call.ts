import type { AppIdentity } from "../workspace-context.ts";
import { type Answer, type Refusal, refuse } from "./result.ts";
import type { Method, Work } from "./method.ts";
import { methods } from "./methods.ts";
import type { RateLimits } from "./rate-limits.ts";
import type { Call } from "./read-call.ts";

/** What goes back over HTTP. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The same as data, for whoever reads the log of calls. */
  readonly answer?: Answer;
}

interface Office {
  readonly work: Work;
  readonly rateLimits: RateLimits;
  /** The scopes of the app-level token. */
  readonly appScopes: readonly string[];
}

/** Answers a call: who calls, whether they may, whether not too often, and then the method itself. */
export function answerCall(name: string, call: Call | Refusal, office: Office): Reply {
  const method = methods.get(name);
  if (!method) return toReply(refuse("unknown_method"));
  if ("ok" in call) return toReply(call);
  const { work, appScopes } = office;
  const provided = method.token === "app" ? appScopes : work.scopes;
  const headers = {
    "x-oauth-scopes": provided.join(","),
    "x-accepted-oauth-scopes": method.scopes.join(","),
  };
  const refusal = checkToken(method, call.token, work.core.app) ?? checkScopes(method, provided);
  if (refusal) return toReply(refusal, headers);
  const wait = office.rateLimits.take(name, method.rate, channelIn(call));
  if (wait !== undefined) return rateLimited(wait);
  return toReply(method.call(call.args, work), headers);
}

function channelIn({ args: { channel } }: Call): string {
  return typeof channel === "string" ? channel : "";
}

/** apis/web-api/rate-limits */
export function rateLimited(seconds: number): Reply {
  const { body, headers, answer } = toReply(refuse("ratelimited"));
  return {
    status: 429,
    headers: { ...headers, "retry-after": String(seconds) },
    body,
    ...(answer && { answer }),
  };
}

export function toReply(answer: Answer, headers: Readonly<Record<string, string>> = {}): Reply {
  const type = { "content-type": "application/json; charset=utf-8" };
  return { status: 200, headers: { ...type, ...headers }, body: JSON.stringify(answer), answer };
}

function checkToken(
  { token: kind }: Method,
  token: string | undefined,
  { botToken, appToken }: AppIdentity,
): Refusal | undefined {
  if (token === undefined) return refuse("not_authed");
  if (token === (kind === "app" ? appToken : botToken)) return undefined;
  const isOther = token === botToken || token === appToken;
  return refuse(isOther ? "not_allowed_token_type" : "invalid_auth");
}

function checkScopes({ scopes }: Method, provided: readonly string[]): Refusal | undefined {
  if (scopes.length === 0 || scopes.some((scope) => provided.includes(scope))) return undefined;
  return { ...refuse("missing_scope"), needed: scopes.join(","), provided: provided.join(",") };
}
