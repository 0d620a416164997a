/** How long to wait before a repeat. Milliseconds. */
export interface Backoff {
  /** The span that the first wait is drawn from. */
  readonly minMilliseconds: number;
  /** The longest span. */
  readonly maxMilliseconds: number;
}

/** Full jitter: a random part of a span that doubles with each repeat (0 is the first), but never nothing. */
export function backoffMilliseconds({ minMilliseconds, maxMilliseconds }: Backoff, repeat: number): number {
  const span = Math.min(maxMilliseconds, minMilliseconds * 2 ** (repeat + 1));
  return Math.max(Math.min(minMilliseconds, span), Math.random() * span);
}
