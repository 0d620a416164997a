import type { Deadline } from "./deadline.ts";

/** What a request began goes on when the request has been answered. */
export const runsOutliveRequests = true;

/**
 * Calls back once `milliseconds` have passed, unless cleared before. Where timers belong to the process (Node, Bun, Deno, browsers): one
 * timer serves all deadlines of a length, since setting one costs more than the rest of an ordinary request's bookkeeping.
 */
export function startDeadline(milliseconds: number, onDeadline: () => void): Deadline {
  let line = lines.get(milliseconds);
  if (line === undefined) {
    line = new Line(milliseconds);
    lines.set(milliseconds, line);
  }
  return line.add(onDeadline);
}

class Waiting implements Deadline {
  readonly dueAt: number;
  readonly onDeadline: () => void;
  readonly #line: Line;

  constructor(line: Line, dueAt: number, onDeadline: () => void) {
    this.#line = line;
    this.dueAt = dueAt;
    this.onDeadline = onDeadline;
  }

  clear(): void {
    this.#line.remove(this);
  }
}

/** The deadlines of one length: first in, first due. */
class Line {
  readonly #milliseconds: number;
  readonly #waiting = new Set<Waiting>();
  #timer: Timer | undefined;

  constructor(milliseconds: number) {
    this.#milliseconds = milliseconds;
  }

  add(onDeadline: () => void): Deadline {
    const entry = new Waiting(this, performance.now() + this.#milliseconds, onDeadline);
    this.#waiting.add(entry);
    if (this.#timer === undefined) this.#arm(this.#milliseconds);
    else if (this.#waiting.size === 1 && typeof this.#timer === "object") this.#timer.ref?.();
    return entry;
  }

  remove(entry: Waiting): void {
    this.#waiting.delete(entry);
    // The timer runs on, to be used again, but keeps no process alive.
    if (this.#waiting.size === 0 && typeof this.#timer === "object") this.#timer.unref?.();
  }

  #arm(milliseconds: number): void {
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      const now = performance.now();
      for (const entry of this.#waiting) {
        // Timers may fire a little early.
        if (entry.dueAt > now + 1) {
          this.#arm(entry.dueAt - now);
          return;
        }
        this.#waiting.delete(entry);
        entry.onDeadline();
      }
    }, milliseconds);
  }
}

const lines = new Map<number, Line>();
