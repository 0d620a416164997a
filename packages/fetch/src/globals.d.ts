import type { WebStream } from "@greenhook/core/web-stream";

// The members of `Request` and `Response` that are used, which every runtime has. No published file has these lines: users have the types of
// the DOM, Node, Bun, Deno or Workers.
declare global {
  interface Request {
    readonly method: string;
    readonly headers: { get(name: string): string | null };
    readonly body: WebStream | null;
    readonly bodyUsed: boolean;
    arrayBuffer(): Promise<ArrayBuffer>;
  }

  class Response {
    constructor(body: string, init: { status: number; headers: Record<string, string> });
    readonly status: number;
  }
}
