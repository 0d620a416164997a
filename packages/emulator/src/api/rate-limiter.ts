/** Counts calls per instance and method. */
export interface RateLimiter {
  /** Takes one call; says whether it is allowed, and how many more are at present. */
  take(key: string, rate: number): { readonly allowed: boolean; readonly remaining: number };
}

/** A second's worth of calls is there at the start, and comes back as time passes. */
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
