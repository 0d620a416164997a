/** The pause before the attempt that follows attempt number `attempt`: full jitter below a limit that doubles with each. */
export function retryDelay(attempt: number, firstMilliseconds: number, longestMilliseconds: number): number {
  // 2 ** 1024 would be Infinity, times a first pause of 0 NaN.
  const limit = Math.min(longestMilliseconds, firstMilliseconds * 2 ** Math.min(attempt - 1, 64));
  return Math.round(Math.random() * limit);
}
