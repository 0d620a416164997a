// What the examples use of runtimes whose own types aren't installed here.
declare module "cloudflare:workers" {
  export const env: { readonly WEBHOOK_TOKEN: string };
}

declare const Bun: { serve(options: { port: number; fetch: (request: Request, server: object) => Response | Promise<Response> }): unknown };

declare const Deno: {
  serve(options: { port: number }, handler: (request: Request, info: object) => Response | Promise<Response>): unknown;
};

declare module "h3" {
  import type { IncomingMessage, ServerResponse } from "node:http";
  export function fromNodeMiddleware(listener: (request: IncomingMessage, response: ServerResponse) => unknown): unknown;
}

declare module "@hapi/hapi" {
  import type { IncomingMessage, ServerResponse } from "node:http";
  interface Server {
    ext(event: "onRequest", run: (request: HapiRequest, h: { continue: symbol; abandon: symbol }) => Promise<symbol>): void;
    start(): Promise<void>;
  }
  interface HapiRequest {
    readonly path: string;
    readonly raw: { readonly req: IncomingMessage; readonly res: ServerResponse };
  }
  const hapi: { server(options: { port: number }): Server };
  export default hapi;
}

// Of Node 22: the types at hand are those of Node 20.
declare module "node:sqlite" {
  export class DatabaseSync {
    constructor(path: string);
    exec(sql: string): void;
    prepare(sql: string): {
      run(...values: (string | number | null)[]): { changes: number | bigint };
      get(...values: (string | number | null)[]): Record<string, string | number | null> | undefined;
    };
    close(): void;
  }
}
