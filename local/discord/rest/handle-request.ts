import { type Answer, isRefusal, refuseWithStatus } from "./result.ts";
import type { Limited, RateLimits } from "./rate-limits.ts";
import type { Request } from "./request.ts";
import type { Params, Route, Work } from "./route.ts";
import { findRoute } from "./routes.ts";

/** What goes back over the wire. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface Office {
  readonly work: Work;
  readonly rateLimits: RateLimits;
}

/** Answers a request as the REST API does: address, token, rate, and then the request itself. */
export function answerRequest(request: Request, office: Office): Reply {
  const reply = answer(request, office);
  office.rateLimits.note(reply.status);
  return reply;
}

function answer(request: Request, { work, rateLimits }: Office): Reply {
  const found = findRoute(request.method, request.path);
  if (found.kind !== "route") return toReply(refuseWithStatus(found.kind === "unknown" ? 404 : 405));
  const { route, params } = found;
  if (route.needsToken && request.token !== `Bot ${work.core.app.token}`)
    return toReply(refuseWithStatus(401));
  const taken = rateLimits.take({
    method: route.method,
    path: route.path,
    place: placeOf(params),
    isGlobal: !isOfInteraction(route),
  });
  if (taken.kind === "limited") return rateLimited(taken);
  return toReply(route.answer(params, request, work), taken.headers);
}

/** topics/rate-limits: channel, guild and webhook are those with buckets of their own */
function placeOf({ channel = "", guild = "", token = "" }: Params): string {
  return `${channel}/${guild}/${token}`;
}

/** topics/rate-limits#global-rate-limit: interaction endpoints are not bound to it */
function isOfInteraction({ path }: Route): boolean {
  return path.startsWith("/interactions/") || path.startsWith("/webhooks/");
}

/** topics/rate-limits#exceeding-a-rate-limit */
export function rateLimited({ scope, retryAfter, headers }: Limited): Reply {
  const isGlobal = scope === "global";
  const message = scope === "shared" ? "The resource is being rate limited." : "You are being rate limited.";
  const body = { message, code: 0, retry_after: retryAfter, global: isGlobal };
  return { status: 429, headers: { ...json, ...headers }, body };
}

const json = { "content-type": "application/json" };

export function toReply(answered: Answer, headers: Readonly<Record<string, string>> = {}): Reply {
  if (isRefusal(answered))
    return { status: answered.status, headers: { ...json, ...headers }, body: answered.body };
  const { status, body } = answered;
  if (status === 204) return { status, headers };
  return { status, headers: { ...json, ...headers }, body };
}
