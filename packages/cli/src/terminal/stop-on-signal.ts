/**
 * Aborts at the first SIGINT or SIGTERM, so that deliveries in flight can finish; a second one ends the process at once.
 *
 * @param onStop called at the first signal
 */
export function stopOnSignal(onStop: () => void): AbortSignal {
  const stop = new AbortController();
  let first: number | undefined;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (first === undefined) {
      first = performance.now();
      onStop();
      stop.abort();
      return;
    }
    // npm forwards the Ctrl-C that the terminal has sent to this process already: that isn't a second one.
    if (performance.now() - first > 300) process.exit(signal === "SIGINT" ? 130 : 143);
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  return stop.signal;
}
