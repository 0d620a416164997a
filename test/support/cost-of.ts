/** Milliseconds that something takes, the shortest of a few times: whatever else the machine does only makes it longer. */
export function costOf(work: () => unknown, times = 5): number {
  const taken = Array.from({ length: times }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...taken);
}
