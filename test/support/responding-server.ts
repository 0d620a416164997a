import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** A request that arrived. */
export interface Arrived {
  readonly body: string;
  readonly authorization: string | undefined;
}

/** A server that answers as a test wants, for as long as the test runs. */
export async function respondingServer(
  respond: (arrived: Arrived, response: ServerResponse) => void,
): Promise<{ url: string; arrived: Arrived[] }> {
  const arrived: Arrived[] = [];
  const server = createServer((request, response) => void serve(request, response));
  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = "";
    for await (const chunk of request) body += String(chunk);
    const one = { body, authorization: request.headers.authorization };
    arrived.push(one);
    respond(one, response);
  }
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/green-api/webhook/`, arrived };
}
