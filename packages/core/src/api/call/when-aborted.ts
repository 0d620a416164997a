/** The callbacks of each signal. A signal gets one listener from us, however many calls share it: Node warns from eleven on. */
const callbacksOf = new WeakMap<AbortSignal, Set<() => void>>();

/** Calls back once when a signal is aborted, at once if it is already. Returns a function that removes the callback. */
export function whenAborted(signal: AbortSignal | undefined, callback: () => void): () => void {
  if (signal === undefined) return () => {};
  if (signal.aborted) {
    callback();
    return () => {};
  }
  const callbacks = callbacksOf.get(signal) ?? listenTo(signal);
  // A function of its own, since the same one may be given twice.
  const own = (): void => callback();
  callbacks.add(own);
  return () => void callbacks.delete(own);
}

function listenTo(signal: AbortSignal): Set<() => void> {
  const callbacks = new Set<() => void>();
  callbacksOf.set(signal, callbacks);
  signal.addEventListener("abort", () => {
    for (const callback of callbacks) callback();
    callbacks.clear();
  });
  return callbacks;
}
