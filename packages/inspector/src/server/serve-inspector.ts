import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";

/** Where the inspector is served on a port of its own. */
export interface InspectorAddress {
  /** 0 for any free one. @default 3001 */
  readonly port?: number;
  /** @default "127.0.0.1" */
  readonly host?: string;
}

/** The inspector on a port of its own. */
export interface InspectorServer {
  /** The URL to open; it contains the key. */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** Rejects like Node's `listen`, for example with `EADDRINUSE`. */
export async function serveInspector(listener: RequestListener, key: string, address: InspectorAddress = {}): Promise<InspectorServer> {
  const { port = 3001, host = "127.0.0.1" } = address;
  const server = createServer(listener).listen({ port, host });
  await once(server, "listening");
  const { port: actual } = server.address() as AddressInfo;
  const name = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host.includes(":") ? `[${host}]` : host;
  return {
    url: `http://${name}:${actual}/#${key}`,
    port: actual,
    close: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
