import type { Clock } from "../../shared/clock.ts";

/** How often a method may be called: apis/web-api/rate-limits */
export type Rate =
  | { readonly kind: "tier"; readonly perMinute: number }
  /** chat.postMessage: one per second in each channel. */
  | { readonly kind: "channel" };

export const tier2: Rate = { kind: "tier", perMinute: 20 };
export const tier3: Rate = { kind: "tier", perMinute: 50 };
export const tier4: Rate = { kind: "tier", perMinute: 100 };
/** The special tier, e.g. of auth.test: hundreds per minute. */
export const specialTier: Rate = { kind: "tier", perMinute: 600 };
export const perChannel: Rate = { kind: "channel" };

export interface WebApiRateLimits {
  /** Counts a call. Returns the seconds to wait if it exceeds the limit. */
  take(method: string, rate: Rate, channel: string): number | undefined;
}

interface Bucket {
  readonly left: number;
  readonly at: number;
}

/** A token bucket for each method, or method and channel. `burst` is the size of a channel's bucket. */
export function createRateLimits(clock: Clock, burst: number): WebApiRateLimits {
  const buckets = new Map<string, Bucket>();
  return {
    take: (method, rate, channel) => {
      const { key, size, perSecond } = bucketOf(method, rate, { channel, burst });
      const before = buckets.get(key) ?? { left: size, at: clock.now() };
      const refilled = before.left + ((clock.now() - before.at) / 1000) * perSecond;
      const left = Math.min(size, refilled);
      buckets.set(key, { left: left >= 1 ? left - 1 : left, at: clock.now() });
      return left >= 1 ? undefined : Math.ceil((1 - left) / perSecond);
    },
  };
}

function bucketOf(method: string, rate: Rate, { channel, burst }: { channel: string; burst: number }) {
  switch (rate.kind) {
    case "channel":
      return { key: `${method} ${channel}`, size: burst, perSecond: 1 };
    case "tier":
      return { key: method, size: rate.perMinute, perSecond: rate.perMinute / 60 };
  }
}
