/** What the contract uses of the runtime it is in, and core itself does not: declared here, so that it is declared for nothing else. */
export interface FetchOfRuntime {
  readonly fetch: (url: string, init: object) => Promise<Answer>;
  readonly AbortController: new () => { readonly signal: AbortSignal; abort(): void };
  readonly ReadableStream: new (source: { pull(controller: StreamController): void }) => object;
}

/** A `Response` that arrived. */
export interface Answer {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
}

interface StreamController {
  enqueue(piece: Uint8Array): void;
  close(): void;
}

/** The runtime's own `fetch` and what goes with it. */
export function fetchOfRuntime(): FetchOfRuntime {
  return globalThis as unknown as FetchOfRuntime;
}
