import type { NodeReadable } from "./node-request.ts";

type Step = IteratorResult<Uint8Array, undefined>;
const done: Step = { done: true, value: undefined };

/**
 * The chunks of a Node stream that is unread. Can be iterated once. Unlike the stream's own iterator it doesn't destroy the stream when the
 * reader stops early, so that the response can still be sent; and it costs less.
 */
export class StreamChunks implements AsyncIterable<Uint8Array>, AsyncIterator<Uint8Array, undefined> {
  readonly #stream: NodeReadable;
  readonly #beforeRead: (() => void) | undefined;
  readonly #arrived: Uint8Array[] = [];
  /** A stream may come paused by an earlier reader. */
  #paused = true;
  #end: "open" | "ended" | "broken" = "open";
  #cause: unknown;
  #waiting: { resolve: (step: Step) => void; reject: (error: unknown) => void } | undefined;

  constructor(stream: NodeReadable, beforeRead: (() => void) | undefined) {
    this.#stream = stream;
    this.#beforeRead = beforeRead;
  }

  [Symbol.asyncIterator](): this {
    this.#beforeRead?.();
    const stream = this.#stream;
    stream.on("data", this.#onData);
    stream.on("end", this.#onEnd);
    stream.on("close", this.#onClose);
    // Never removed: an error without a listener ends the process.
    stream.on("error", this.#onError);
    if (stream.destroyed === true) this.#onClose();
    return this;
  }

  next(): Promise<Step> {
    const chunk = this.#arrived.shift();
    if (chunk !== undefined) return Promise.resolve({ done: false, value: chunk });
    if (this.#end === "ended") return Promise.resolve(done);
    if (this.#end === "broken") return Promise.reject(this.#error());
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      if (this.#paused) this.#stream.resume();
      this.#paused = false;
    });
  }

  return(): Promise<Step> {
    this.#stream.pause();
    this.#stream.removeListener("data", this.#onData);
    this.#stream.removeListener("end", this.#onEnd);
    this.#stream.removeListener("close", this.#onClose);
    return Promise.resolve(done);
  }

  readonly #onData = (chunk: Uint8Array): void => {
    const waiting = this.#taken();
    if (waiting !== undefined) {
      waiting.resolve({ done: false, value: chunk });
      return;
    }
    this.#arrived.push(chunk);
    this.#stream.pause();
    this.#paused = true;
  };

  readonly #onEnd = (): void => {
    this.#end = "ended";
    this.#taken()?.resolve(done);
  };

  readonly #onClose = (): void => {
    if (this.#end !== "open") return;
    this.#end = "broken";
    this.#taken()?.reject(this.#error());
  };

  readonly #onError = (error: unknown): void => {
    this.#cause = error;
    this.#onClose();
  };

  #taken(): { resolve: (step: Step) => void; reject: (error: unknown) => void } | undefined {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    return waiting;
  }

  #error(): Error {
    return new Error("Cannot read the body: the connection closed before its end", { cause: this.#cause });
  }
}
