import { request } from "node:http";
import { createReceiver, createWebhookHandler } from "@greenhook/core";
import { inspect, type InspectOptions } from "@greenhook/inspector";
import { quarantineToDirectory, startWebhookServer } from "@greenhook/node";
import { onTestFinished } from "vitest";
import { temporaryFolder } from "../support/temporary-folder.ts";

/** A receiver, its inspector, and ways to deliver to the one and to ask the other. */
export interface Inspected {
  readonly port: number;
  readonly key: string;
  /** Delivers to the receiver; gives the status. */
  readonly deliver: (body: unknown, authorization?: string) => Promise<number>;
  /** Asks the inspector. */
  readonly ask: (
    path: string,
    options?: { method?: string; headers?: Record<string, string>; body?: string },
  ) => Promise<{ status: number; headers: Record<string, unknown>; text: string }>;
  /** The same, with the key, as JSON. */
  readonly json: (path: string, body?: object) => Promise<Record<string, unknown>>;
}

/** Everything on free ports; the token is `secret`. */
export async function inspected(options: InspectOptions = {}): Promise<Inspected> {
  const quarantine = quarantineToDirectory(temporaryFolder());
  const receiver = createReceiver({ deliver: () => undefined, quarantine });
  let url = "";
  const inspector = inspect(createWebhookHandler({ token: "secret", receiver }), { webhookUrl: () => url, ...options });
  const server = await startWebhookServer({ handler: inspector.handler, port: 0 });
  url = server.url;
  const page = await inspector.listen({ port: 0 });
  onTestFinished(async () => void (await Promise.all([server.close(), page.close()])));
  const { port } = page;
  const { key } = inspector;
  const ask: Inspected["ask"] = (path, { method = "GET", headers = {}, body } = {}) =>
    new Promise((resolve, reject) => {
      const asked = request({ host: "127.0.0.1", port, path, method, headers }, (response) => {
        let text = "";
        response.on("data", (chunk: Buffer) => (text += chunk.toString()));
        response.on("end", () => resolve({ status: response.statusCode!, headers: response.headers, text }));
      });
      asked.on("error", reject);
      asked.end(body);
    });
  return {
    port,
    key,
    ask,
    deliver: async (body, authorization = "Bearer secret") =>
      (await fetch(url, { method: "POST", headers: { authorization }, body: typeof body === "string" ? body : JSON.stringify(body) }))
        .status,
    json: async (path, body) => {
      const init = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
      return JSON.parse((await ask(path, { ...init, headers: { "x-greenhook-key": key } })).text) as Record<string, unknown>;
    },
  };
}
