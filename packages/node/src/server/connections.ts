import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** A request and the response to it. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Called when the body is about to be read. Only for a client that waits for `100 Continue`. */
  readonly beforeRead: (() => void) | undefined;
}

/**
 * The open connections of a server, and the requests in flight on them. Pipelined requests take turns, so that nothing behind a response
 * that closes the connection is served: it would get no response.
 */
export class Connections {
  readonly sockets: Set<Socket> = new Set();
  /** Connections whose TLS handshake isn't done, by their remote end: the socket that serves afterwards is another object. */
  readonly #handshakes = new Map<string, Socket>();
  /** The first exchange of each socket is in flight, the others wait. */
  readonly #exchanges = new Map<Socket, Exchange[]>();
  readonly #serve: (exchange: Exchange) => void;

  constructor(server: Server, isTls: boolean, serve: (exchange: Exchange) => void) {
    this.#serve = serve;
    server.on("request", (request: IncomingMessage, response: ServerResponse) =>
      this.#enqueue({ request, response, beforeRead: undefined }),
    );
    // The go-ahead for the body is given when the body is wanted: not to a wrong token.
    server.on("checkContinue", (request: IncomingMessage, response: ServerResponse) =>
      this.#enqueue({ request, response, beforeRead: () => response.writeContinue() }),
    );
    if (isTls) {
      server.on("connection", (socket: Socket) => {
        const remote = remoteEndOf(socket);
        this.#handshakes.set(remote, socket);
        socket.once("close", () => this.#handshakes.delete(remote));
      });
    }
    server.on(isTls ? "secureConnection" : "connection", (socket: Socket) => {
      this.#handshakes.delete(remoteEndOf(socket));
      this.sockets.add(socket);
      socket.once("close", () => {
        this.sockets.delete(socket);
        this.#exchanges.delete(socket);
      });
    });
  }

  /** The exchanges in flight, one for each socket. */
  inFlight(): Exchange[] {
    return [...this.#exchanges.values()].flatMap(([first]) => first ?? []);
  }

  /** Closes the sockets that have no request in flight. */
  closeIdleSockets(): void {
    for (const socket of this.sockets) if (!this.#exchanges.has(socket)) socket.destroy();
    for (const socket of this.#handshakes.values()) socket.destroy();
  }

  closeAllSockets(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  #enqueue(exchange: Exchange): void {
    const { socket } = exchange.request;
    // The response before it has closed the connection.
    if (!socket.writable) return;
    exchange.response.once("close", () => this.#next(socket));
    const waiting = this.#exchanges.get(socket);
    if (waiting === undefined) {
      this.#exchanges.set(socket, [exchange]);
      this.#serve(exchange);
    } else waiting.push(exchange);
  }

  #next(socket: Socket): void {
    const exchanges = this.#exchanges.get(socket);
    exchanges?.shift();
    const next = exchanges?.[0];
    if (next !== undefined && socket.writable) this.#serve(next);
    else this.#exchanges.delete(socket);
  }
}

function remoteEndOf({ remoteAddress, remotePort }: Socket): string {
  return `${remoteAddress} ${remotePort}`;
}
