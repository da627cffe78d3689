import { createHash } from "node:crypto";
import type { Clock } from "../../shared/clock.ts";
import { invalidRequests } from "../limits.ts";

/** topics/rate-limits: a bucket for each route and its major parameters, and a global one */
export interface RestRateLimits {
  /** Counts a request. */
  take(request: RateLimitedRequest): RateLimitResult;
  /** Counts a response status. Too many invalid requests and the app is banned for a while. */
  countStatus(status: number): void;
}

interface RateLimitedRequest {
  readonly method: string;
  /** As in the API's description: /channels/{channel}/messages */
  readonly path: string;
  /** Channel, guild and webhook: they have buckets of their own. */
  readonly majorParameters: string;
  /** Whether the global limit applies. Interaction endpoints are exempt. */
  readonly isGlobal: boolean;
}

type RateLimitResult = { readonly kind: "allowed"; readonly headers: Headers } | RateLimited;

export interface RateLimited {
  readonly kind: "limited";
  readonly headers: Headers;
  /** Seconds. */
  readonly retryAfter: number;
  readonly scope: Scope;
}

type Scope = "user" | "global" | "shared";

type Headers = Readonly<Record<string, string>>;

export interface RateLimitOptions {
  /** Requests per bucket in 5 s. Discord does not publish its own numbers, and they change. */
  readonly burst: number;
  /** Requests per second overall. */
  readonly perSecond: number;
}

interface Window {
  readonly used: number;
  readonly until: number;
}

const windowMs = 5000;

export function createRateLimits(clock: Clock, { burst, perSecond }: RateLimitOptions): RestRateLimits {
  const windows = new Map<string, Window>();
  let invalid: readonly number[] = [];

  const count = (key: string, milliseconds: number): Window => {
    const before = windows.get(key);
    const isOver = before === undefined || before.until <= clock.now();
    const next = isOver
      ? { used: 1, until: clock.now() + milliseconds }
      : { ...before, used: before.used + 1 };
    windows.set(key, next);
    return next;
  };
  const isBanned = () => {
    invalid = invalid.filter((at) => at > clock.now() - invalidRequests.windowMs);
    return invalid.length >= invalidRequests.count;
  };

  return {
    take: ({ method, path, majorParameters, isGlobal }) => {
      if (isBanned()) return rateLimited("global", invalidRequests.windowMs / 1000);
      if (isGlobal) {
        const all = count("global", 1000);
        if (all.used > perSecond) return rateLimited("global", secondsUntil(clock, all.until));
      }
      if (burst === Number.POSITIVE_INFINITY) return { kind: "allowed", headers: {} };
      const bucket = createHash("md5").update(`${method} ${path}`).digest("hex");
      const window = count(`${bucket} ${majorParameters}`, windowMs);
      const resetAfter = secondsUntil(clock, window.until);
      const headers = {
        "x-ratelimit-limit": String(burst),
        "x-ratelimit-remaining": String(Math.max(0, burst - window.used)),
        "x-ratelimit-reset": (window.until / 1000).toFixed(3),
        "x-ratelimit-reset-after": resetAfter.toFixed(3),
        "x-ratelimit-bucket": bucket,
      };
      return window.used <= burst ? { kind: "allowed", headers } : rateLimited("user", resetAfter, headers);
    },
    countStatus: (status) => {
      if ([401, 403, 429].includes(status)) invalid = [...invalid, clock.now()];
    },
  };
}

function secondsUntil(clock: Clock, at: number): number {
  return Math.max(0, at - clock.now()) / 1000;
}

/** topics/rate-limits#exceeding-a-rate-limit */
export function rateLimited(scope: Scope, retryAfter: number, headers: Headers = {}): RateLimited {
  return {
    kind: "limited",
    scope,
    retryAfter,
    headers: {
      ...headers,
      "retry-after": String(Math.ceil(retryAfter)),
      "x-ratelimit-scope": scope,
      ...(scope === "global" && { "x-ratelimit-global": "true" }),
    },
  };
}
