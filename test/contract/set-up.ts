import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { WebhookHandler } from "@greenhook/core";

/** A way to put a webhook handler into a server: an adapter, its framework, and what stands in front of it. */
export interface SetUp {
  readonly name: string;
  /** Whether something reads the body before the adapter does. */
  readonly behindBodyParser: boolean;
  readonly serve: (handler: WebhookHandler) => Promise<Serving>;
}

export interface Serving {
  readonly url: string;
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Serves a listener of node:http on a free port. */
export function serveListener(listener: (request: IncomingMessage, response: ServerResponse) => unknown, path = "/"): Promise<Serving> {
  return serveServer(
    createServer((request, response) => void listener(request, response)),
    path,
  );
}

export async function serveServer(server: Server, path = "/"): Promise<Serving> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    const closed = once(server, "close");
    server.close();
    server.closeAllConnections();
    await closed;
  };
  return { url: `http://127.0.0.1:${port}${path}`, port, close };
}
