import type { WebStream } from "@greenhook/core/web-stream";

// What every runtime's `Request` and `Response` have, as far as they are used. Users' own types (the DOM's, Node's, Bun's, Deno's, Workers')
// take the place of these lines, which are in no published file.
declare global {
  interface Request {
    readonly method: string;
    readonly headers: { get(name: string): string | null };
    readonly body: WebStream | null;
    readonly bodyUsed: boolean;
  }

  class Response {
    constructor(body: string, init: { status: number; headers: Record<string, string> });
    readonly status: number;
  }
}
