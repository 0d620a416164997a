// What the examples use of runtimes whose own types aren't installed here.
declare module "cloudflare:workers" {
  export const env: { readonly WEBHOOK_TOKEN: string };
}

declare const Bun: { serve(options: { port: number; fetch: (request: Request, server: object) => Response | Promise<Response> }): unknown };

declare const Deno: {
  serve(options: { port: number }, handler: (request: Request, info: object) => Response | Promise<Response>): unknown;
};
