import type { Clock } from "../../shared/clock.ts";

/** How often a method may be called: apis/web-api/rate-limits */
export type Rate =
  | { readonly kind: "tier"; readonly perMinute: number }
  /** chat.postMessage: one a second in each channel. */
  | { readonly kind: "channel" };

export const tier2: Rate = { kind: "tier", perMinute: 20 };
export const tier3: Rate = { kind: "tier", perMinute: 50 };
export const tier4: Rate = { kind: "tier", perMinute: 100 };
/** auth.test: hundreds a minute. */
export const generous: Rate = { kind: "tier", perMinute: 600 };
export const perChannel: Rate = { kind: "channel" };

export interface RateLimits {
  /** Counts a call; how many seconds to wait when it was one too many. */
  take(method: string, rate: Rate, channel: string): number | undefined;
}

interface Bucket {
  readonly left: number;
  readonly at: number;
}

/** Each channel and each method has a bucket that fills with time; `burst` posts may come at once. */
export function createRateLimits(clock: Clock, burst: number): RateLimits {
  const buckets = new Map<string, Bucket>();
  return {
    take: (method, rate, channel) => {
      const { key, size, perSecond } = measure(method, rate, { channel, burst });
      const before = buckets.get(key) ?? { left: size, at: clock.now() };
      const refilled = before.left + ((clock.now() - before.at) / 1000) * perSecond;
      const left = Math.min(size, refilled);
      buckets.set(key, { left: left >= 1 ? left - 1 : left, at: clock.now() });
      return left >= 1 ? undefined : Math.ceil((1 - left) / perSecond);
    },
  };
}

function measure(method: string, rate: Rate, { channel, burst }: { channel: string; burst: number }) {
  switch (rate.kind) {
    case "channel":
      return { key: `${method} ${channel}`, size: burst, perSecond: 1 };
    case "tier":
      return { key: method, size: rate.perMinute, perSecond: rate.perMinute / 60 };
  }
}
