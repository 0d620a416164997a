import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** A request to a receiver. */
export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

/** A receiver whose responses a test decides: a status, or a promise of one; `undefined` for no response. */
export interface Receiver {
  readonly url: string;
  readonly received: Received[];
  /** The `idMessage` of everything received, in order. */
  ids(): string[];
  respond: (received: Received) => number | undefined | Promise<number | undefined>;
}

export async function startReceiver(): Promise<Receiver> {
  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const { headers, method = "", url: path = "" } = request;
    const received: Received = { headers, method, path, body: Buffer.concat(chunks).toString() };
    receiver.received.push(received);
    const status = await receiver.respond(received);
    if (status === undefined) return;
    response.writeHead(status, status === 302 ? { location: "/elsewhere" } : {});
    response.end();
  }

  const server = createServer((request, response) => void receive(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  const receiver: Receiver = {
    url: `http://127.0.0.1:${port}/green-api/webhook/`,
    received: [],
    ids: () => receiver.received.map(({ body }) => (JSON.parse(body) as { idMessage: string }).idMessage),
    respond: () => 200,
  };
  return receiver;
}
