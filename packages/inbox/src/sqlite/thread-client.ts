import { setTimeout as pause } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { EngineUnavailable } from "../engine/engine-unavailable.ts";
import type { Calls, Freed, RunMessage, ThreadData, ThreadMessage } from "./thread/messages.ts";

/** A request that waits for its response. */
interface Pending {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

const pauseMilliseconds = 100;

/** Talks to the thread that has the file open. The process may end while nothing is asked and nothing runs. */
export class ThreadClient {
  readonly #thread: Worker;
  readonly #pending = new Map<number, Pending>();
  #lastNumber = 0;
  #keepAlive = 0;
  #ended: Error | undefined;

  constructor(data: ThreadData, onRunMessage: (message: RunMessage) => void, onEnd: (error: Error) => void) {
    // In the sources as in what is built.
    const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
    this.#thread = new Worker(new URL(`./thread/thread.${extension}`, import.meta.url), {
      workerData: data,
      // Not the process's own: a thread refuses those of V8. Node 22 warns of node:sqlite in each thread; once is enough.
      execArgv: ["--disable-warning=ExperimentalWarning"],
    });
    this.#thread.unref();
    this.#thread.on("message", (message: ThreadMessage) => {
      if (message.kind === "taken" || message.kind === "abort") onRunMessage(message);
      else this.#respond(message);
    });
    let cause: unknown;
    this.#thread.on("error", (error) => (cause = error));
    this.#thread.on("exit", () => {
      if (this.#ended === undefined) {
        this.#ended = new Error(`Cannot use inbox "${data.path}": its thread has ended`, { cause });
        // Nobody may be waiting for a response, and a worker stands still from here on.
        process.emitWarning(this.#ended);
      }
      for (const { reject } of this.#pending.values()) reject(this.#ended);
      this.#pending.clear();
      onEnd(this.#ended);
    });
  }

  /** @throws EngineUnavailable while the file is locked or the disk is full. */
  call<Call extends keyof Calls>(call: Call, ...args: Parameters<Calls[Call]>): Promise<ReturnType<Calls[Call]>> {
    if (this.#ended !== undefined) return Promise.reject(this.#ended);
    return new Promise((resolve, reject) => {
      this.#lastNumber += 1;
      this.#pending.set(this.#lastNumber, { resolve: (result) => resolve(result as ReturnType<Calls[Call]>), reject });
      this.hold();
      this.#thread.postMessage({ number: this.#lastNumber, call, args });
    });
  }

  /** The same, asked again until the time is over. */
  async callPatiently<Call extends keyof Calls>(
    milliseconds: number,
    call: Call,
    ...args: Parameters<Calls[Call]>
  ): Promise<ReturnType<Calls[Call]>> {
    for (const end = performance.now() + milliseconds; ;) {
      try {
        return await this.call(call, ...args);
      } catch (error) {
        if (!(error instanceof EngineUnavailable) || performance.now() > end) throw error;
        await pause(pauseMilliseconds);
      }
    }
  }

  free(run: number): void {
    this.#thread.postMessage({ call: "free", run } satisfies Freed);
  }

  /** Keeps the process alive until `letGo`. */
  hold(): void {
    this.#keepAlive += 1;
    this.#thread.ref();
  }

  letGo(): void {
    this.#keepAlive -= 1;
    if (this.#keepAlive === 0) this.#thread.unref();
  }

  /** Ends the thread, whatever it does. */
  async end(reason: string): Promise<void> {
    this.#ended ??= new Error(reason);
    await this.#thread.terminate();
  }

  #respond(message: Exclude<ThreadMessage, RunMessage>): void {
    const pending = this.#pending.get(message.number);
    this.#pending.delete(message.number);
    this.letGo();
    if (message.kind === "result") pending?.resolve(message.result);
    else pending?.reject(message.isTransient ? new EngineUnavailable(message.message) : new Error(message.message));
  }
}
