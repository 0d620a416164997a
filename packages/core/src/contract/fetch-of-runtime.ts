/** The globals that the contract uses and the rest of core doesn't: declared here, so that the rest of core can't. */
export interface FetchOfRuntime {
  readonly fetch: (url: string, init: object) => Promise<FetchResponse>;
  readonly AbortController: new () => { readonly signal: AbortSignal; abort(): void };
  readonly ReadableStream: new (source: { pull(controller: StreamController): void }) => object;
}

/** A `Response` of `fetch`. */
export interface FetchResponse {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
}

interface StreamController {
  enqueue(piece: Uint8Array): void;
  close(): void;
}

/** The runtime's own `fetch` and its companions. */
export function fetchOfRuntime(): FetchOfRuntime {
  return globalThis as unknown as FetchOfRuntime;
}
