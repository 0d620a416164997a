/** Whether what a request began goes on once the request has its response: where timers and promises belong to the process (Node, Bun, Deno). */
export const runsOutliveRequests: boolean = true;

/** Calls back after a time, unless the process ends before. Returns `false`, and never calls back, where a timer would keep it from ending. */
export function callBackLater(callback: () => void, milliseconds: number): boolean {
  const timer = setTimeout(callback, milliseconds);
  if (typeof timer === "object" && timer.unref !== undefined) {
    timer.unref();
    return true;
  }
  clearTimeout(timer);
  return false;
}
