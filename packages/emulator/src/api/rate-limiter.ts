/** Limits calls per second by instance and method. */
export interface RateLimiter {
  /** Counts one call. Returns whether it is allowed, and the number of calls that are left now. */
  take(key: string, rate: number): { readonly allowed: boolean; readonly remaining: number };
}

/** A token bucket that holds the calls of one second. */
export function createRateLimiter(now: () => number): RateLimiter {
  const buckets = new Map<string, { left: number; at: number }>();
  return {
    take(key, rate) {
      const size = Math.max(1, rate);
      const bucket = buckets.get(key) ?? { left: size, at: now() };
      buckets.set(key, bucket);
      bucket.left = Math.min(size, bucket.left + ((now() - bucket.at) / 1_000) * rate);
      bucket.at = now();
      const allowed = bucket.left >= 1;
      if (allowed) bucket.left--;
      return { allowed, remaining: Math.floor(bucket.left) };
    },
  };
}
