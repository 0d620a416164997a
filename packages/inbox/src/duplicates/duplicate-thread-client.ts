import { Worker } from "node:worker_threads";
import type { DuplicateFile } from "./duplicate-file.ts";
import type { DuplicateResponse, DuplicateThreadData } from "./thread.ts";

/** A call that waits for its response. */
interface Pending {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Talks to the thread that has the file open. The process may end while nothing is asked. */
export class DuplicateThreadClient {
  readonly #path: string;
  readonly #thread: Worker;
  readonly #pending = new Map<number, Pending>();
  #lastNumber = 0;
  #ended: Error | undefined;

  constructor(data: DuplicateThreadData) {
    this.#path = data.path;
    // In the sources as in what is built.
    const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
    this.#thread = new Worker(new URL(`./thread.${extension}`, import.meta.url), {
      workerData: data,
      // Not the process's own: a thread refuses those of V8. Node 22 warns of node:sqlite in each thread; once is enough.
      execArgv: ["--disable-warning=ExperimentalWarning"],
    });
    this.#thread.unref();
    this.#thread.on("message", (response: DuplicateResponse) => this.#respond(response));
    this.#thread.on("error", (cause) => this.#end(cause));
    this.#thread.on("exit", () => this.#end());
  }

  call<Call extends keyof DuplicateFile>(
    call: Call,
    ...args: Parameters<DuplicateFile[Call]>
  ): Promise<Awaited<ReturnType<DuplicateFile[Call]>>> {
    if (this.#ended !== undefined) return Promise.reject(this.#ended);
    return new Promise((resolve, reject) => {
      this.#lastNumber += 1;
      this.#pending.set(this.#lastNumber, { resolve: (result) => resolve(result as Awaited<ReturnType<DuplicateFile[Call]>>), reject });
      this.#thread.ref();
      this.#thread.postMessage({ number: this.#lastNumber, call, args });
    });
  }

  /** Ends the thread once all that was asked has its response. */
  async close(): Promise<void> {
    if (this.#ended !== undefined) return;
    const closed = this.call("close");
    this.#ended = new Error(`Cannot use duplicate store "${this.#path}": it is closed`);
    await closed;
  }

  #respond(response: DuplicateResponse): void {
    const pending = this.#pending.get(response.number);
    this.#pending.delete(response.number);
    if (this.#pending.size === 0) this.#thread.unref();
    if ("error" in response) pending?.reject(new Error(response.error));
    else pending?.resolve(response.result);
  }

  #end(cause?: unknown): void {
    this.#ended ??= new Error(`Cannot use duplicate store "${this.#path}": its thread has ended`, { cause });
    for (const { reject } of this.#pending.values()) reject(this.#ended);
    this.#pending.clear();
  }
}
