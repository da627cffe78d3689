import { createHash } from "node:crypto";
import type { Clock } from "../../shared/clock.ts";
import { invalidRequests } from "../limits.ts";

/** topics/rate-limits: a bucket for each kind of request and place, and one for all requests of a bot */
export interface RateLimits {
  take(asked: Asked): Taken;
  /** Counts what was answered: too many refusals and the address is shut out for a while. */
  note(status: number): void;
}

interface Asked {
  readonly method: string;
  /** As in the API's description. */
  readonly path: string;
  /** The part of the path that has buckets of its own: channel, guild, webhook. */
  readonly place: string;
  /** Interaction endpoints are outside the limit for all requests. */
  readonly isGlobal: boolean;
}

type Taken = { readonly kind: "taken"; readonly headers: Headers } | Limited;

export interface Limited {
  readonly kind: "limited";
  readonly headers: Headers;
  /** Seconds. */
  readonly retryAfter: number;
  readonly scope: Scope;
}

type Scope = "user" | "global" | "shared";

type Headers = Readonly<Record<string, string>>;

export interface Rates {
  /** Requests of one bucket at once, each 5 s; Discord's own numbers are not published and change. */
  readonly burst: number;
  /** Requests of all kinds in a second. */
  readonly perSecond: number;
}

interface Window {
  readonly used: number;
  readonly until: number;
}

const windowLength = 5000;

export function createRateLimits(clock: Clock, { burst, perSecond }: Rates): RateLimits {
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
  const isShutOut = () => {
    invalid = invalid.filter((at) => at > clock.now() - invalidRequests.milliseconds);
    return invalid.length >= invalidRequests.count;
  };

  return {
    take: ({ method, path, place, isGlobal }) => {
      if (isShutOut()) return limited("global", invalidRequests.milliseconds / 1000);
      if (isGlobal) {
        const all = count("global", 1000);
        if (all.used > perSecond) return limited("global", secondsUntil(clock, all.until));
      }
      if (burst === Number.POSITIVE_INFINITY) return { kind: "taken", headers: {} };
      const bucket = createHash("md5").update(`${method} ${path}`).digest("hex");
      const window = count(`${bucket} ${place}`, windowLength);
      const resetAfter = secondsUntil(clock, window.until);
      const headers = {
        "x-ratelimit-limit": String(burst),
        "x-ratelimit-remaining": String(Math.max(0, burst - window.used)),
        "x-ratelimit-reset": (window.until / 1000).toFixed(3),
        "x-ratelimit-reset-after": resetAfter.toFixed(3),
        "x-ratelimit-bucket": bucket,
      };
      return window.used <= burst ? { kind: "taken", headers } : limited("user", resetAfter, headers);
    },
    note: (status) => {
      if ([401, 403, 429].includes(status)) invalid = [...invalid, clock.now()];
    },
  };
}

function secondsUntil(clock: Clock, at: number): number {
  return Math.max(0, at - clock.now()) / 1000;
}

/** topics/rate-limits#exceeding-a-rate-limit */
export function limited(scope: Scope, retryAfter: number, headers: Headers = {}): Limited {
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
