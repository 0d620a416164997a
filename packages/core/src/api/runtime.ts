import type { SignalMembers } from "./stop-signal.ts";

/**
 * The globals that every runtime has and that this package uses, described by the members used: core needs neither DOM's nor Node's types.
 * Read at each use, so that a test's virtual clock counts.
 */
export const runtime: Runtime = globalThis as unknown as Runtime;

/** See {@link runtime}. */
export interface Runtime {
  setTimeout(callback: () => void, milliseconds: number): unknown;
  clearTimeout(timer: unknown): void;
  readonly AbortController: new () => { readonly signal: SignalMembers; abort(reason?: unknown): void };
  readonly TextDecoder: new (label: "utf-8") => { decode(bytes: Uint8Array): string };
  readonly TextEncoder: new () => { encode(text: string): Uint8Array };
  readonly URL: new (url: string) => UrlMembers;
  fetch(url: string, options: FetchOptions): Promise<FetchAnswer>;
}

/** What is used of a `URL`. */
export interface UrlMembers {
  readonly protocol: string;
  readonly origin: string;
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
  readonly username: string;
  readonly password: string;
}

/** What is used of `fetch`'s options. */
export interface FetchOptions {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly redirect: "manual";
  readonly signal: SignalMembers;
}

/** What is used of a `Response`. */
export interface FetchAnswer {
  readonly status: number;
  readonly type: string;
  readonly headers: { get(name: string): string | null };
  readonly body: {
    getReader(): { read(): Promise<{ done: boolean; value?: Uint8Array }>; cancel(): Promise<void> };
  } | null;
}
