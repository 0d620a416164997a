// What the examples use of runtimes whose own types aren't installed here.
declare module "cloudflare:workers" {
  export const env: { readonly WEBHOOK_TOKEN: string };
}

declare const Bun: { serve(options: { port: number; fetch: (request: Request, server: object) => Response | Promise<Response> }): unknown };

declare const Deno: {
  serve(options: { port: number }, handler: (request: Request, info: object) => Response | Promise<Response>): unknown;
};

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
