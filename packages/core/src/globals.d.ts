// The globals that every runtime has (Node, Bun, Deno, Workers, browsers), as far as core uses them. Compiling against these few lines,
// instead of the DOM's or Node's types, is what keeps core free of anything that only one runtime has. Users' own types take their place.

interface AbortSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  addEventListener(type: "abort", listener: () => void, options?: { once?: boolean }): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

declare class AbortController {
  readonly signal: AbortSignal;
  abort(reason?: unknown): void;
}

declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(bytes?: Uint8Array): string;
}

declare function btoa(text: string): string;

declare class TextEncoder {
  encode(text: string): Uint8Array;
}

/** A number, or on Node an object that says whether the process may end while it runs. */
type Timer = number | { ref?(): void; unref?(): void };
declare function setTimeout(callback: () => void, milliseconds: number): Timer;
declare function clearTimeout(timer: Timer | undefined): void;

declare const crypto: { randomUUID(): string };

/** Every runtime has one. */
declare const console: { warn(...line: unknown[]): void; error(...line: unknown[]): void; info(...line: unknown[]): void };

declare const performance: { now(): number };

declare class URL {
  constructor(url: string);
  readonly protocol: string;
  readonly origin: string;
  readonly host: string;
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
  readonly username: string;
  readonly password: string;
}

declare class Blob {
  constructor(parts: readonly (Uint8Array | Blob)[]);
  readonly size: number;
  readonly type: string;
  stream(): ReadableStream;
}

declare class ReadableStream {
  constructor(source: { pull(controller: { enqueue(chunk: Uint8Array): void; close(): void }): Promise<void>; cancel(): Promise<void> });
  getReader(): { read(): Promise<{ done: boolean; value?: Uint8Array }>; cancel(): Promise<void> };
}

declare function btoa(binary: string): string;

/** Node's, and whatever poses as it elsewhere. */
declare var process:
  | {
      getBuiltinModule?(id: "node:crypto"): NodeCrypto | undefined;
      getBuiltinModule?(id: "node:diagnostics_channel"): { tracingChannel(name: string): TracingChannel } | undefined;
    }
  | undefined;

interface TracingChannel {
  readonly hasSubscribers: boolean;
  readonly start: Channel & { runStores<Value>(message: object, run: () => Value): Value };
  readonly end: Channel;
  readonly asyncStart: Channel;
  readonly asyncEnd: Channel;
  readonly error: Channel;
}

interface Channel {
  publish(message: object): void;
}

interface NodeCrypto {
  createHash(algorithm: "sha256"): NodeHash;
}

interface NodeHash {
  update(text: string): NodeHash;
  digest(encoding: "base64url"): string;
}
