/** The emulator's source of time: `realClock`, or a `VirtualClock` that a test advances. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs `callback` once, `delayMilliseconds` from now. The returned function cancels it. */
  schedule(delayMilliseconds: number, callback: () => void): () => void;
  /** Announces work in real time, such as a request in flight, that must end before time advances. The returned function ends it. */
  hold(): () => void;
}

/** The computer's own time. */
export const realClock: Clock = {
  now: () => Date.now(),
  schedule(delayMilliseconds, callback) {
    const timer = setTimeout(callback, delayMilliseconds);
    return () => clearTimeout(timer);
  },
  hold: () => () => {},
};
