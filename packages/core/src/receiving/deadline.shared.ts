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

/** One in a ring of those that wait; alone, it is its own neighbour. */
class Waiting implements Deadline {
  readonly dueAt: number;
  readonly onDeadline: () => void;
  readonly #line: Line;
  previous: Waiting = this;
  next: Waiting = this;

  constructor(line: Line, dueAt: number, onDeadline: () => void) {
    this.#line = line;
    this.dueAt = dueAt;
    this.onDeadline = onDeadline;
  }

  insertBefore(other: Waiting): void {
    this.previous = other.previous;
    this.next = other;
    this.previous.next = this;
    other.previous = this;
  }

  remove(): void {
    this.previous.next = this.next;
    this.next.previous = this.previous;
    this.previous = this;
    this.next = this;
  }

  clear(): void {
    this.remove();
    this.#line.letGo();
  }
}

/** The deadlines of one length: first in, first due. */
class Line {
  readonly #milliseconds: number;
  /** Before the first and behind the last of a ring: a list from which each can be taken for less than a Set's hashing costs. */
  readonly #ends = new Waiting(this, Infinity, () => undefined);
  #timer: Timer | undefined;

  constructor(milliseconds: number) {
    this.#milliseconds = milliseconds;
  }

  add(onDeadline: () => void): Deadline {
    const wasEmpty = this.#isEmpty();
    const entry = new Waiting(this, performance.now() + this.#milliseconds, onDeadline);
    entry.insertBefore(this.#ends);
    if (this.#timer === undefined) this.#arm(this.#milliseconds);
    else if (wasEmpty && typeof this.#timer === "object") this.#timer.ref?.();
    return entry;
  }

  /** The timer runs on, to be used again, but keeps no process alive. */
  letGo(): void {
    if (this.#isEmpty() && typeof this.#timer === "object") this.#timer.unref?.();
  }

  #isEmpty(): boolean {
    return this.#ends.next === this.#ends;
  }

  #arm(milliseconds: number): void {
    // One that was added while others fell due has set it already.
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      const now = performance.now();
      while (!this.#isEmpty()) {
        const first = this.#ends.next;
        // Timers may fire a little early.
        if (first.dueAt > now + 1) {
          this.#arm(first.dueAt - now);
          return;
        }
        first.remove();
        first.onDeadline();
      }
    }, milliseconds);
  }
}

const lines = new Map<number, Line>();
