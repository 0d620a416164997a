import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { ServerOptions as TlsOptions } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import type { WebhookHandler, WebhookResponse } from "@greenhook/core";
import { sendResponse, toWebhookRequest } from "@greenhook/core/node-http";
import { closeStalledSockets } from "./close-stalled-sockets.ts";

/** What {@link startWebhookServer} takes. */
export interface WebhookServerOptions {
  /** What `createWebhookHandler` made; asked only for requests to `path`. */
  readonly handler: WebhookHandler;
  /** Default: 3000; 0 takes any free one. */
  readonly port?: number;
  /** The address to listen on. Default: all of them. */
  readonly host?: string;
  /** The one path that deliveries come to, with or without a slash at its end. Default: `/green-api/webhook/`. */
  readonly path?: string;
  /** Key and certificate, to serve https. Default: http, for a proxy in front that does it. */
  readonly tls?: TlsOptions;
  /** Aborting it stops the server, as `close()` does. */
  readonly signal?: AbortSignal | undefined;
  /** How long `close()` waits for deliveries under way before it answers them 503. Default: 10,000. */
  readonly graceMilliseconds?: number;
  /** More connections at a time are refused. Default: 10,000. */
  readonly maxConnections?: number;
  /** How long a client may take to send its headers. Default: 10,000, or the limit of the whole request if that is shorter; the answer is 408. */
  readonly headersTimeoutMilliseconds?: number;
  /** How long a client may take to send a whole request, or to take in its answer. Default: 30,000; the answer is 408. */
  readonly requestTimeoutMilliseconds?: number;
  /** How long an idle connection stays open. Default: 72,000, above the 60 s of common proxies, which would otherwise use a closed one. */
  readonly keepAliveTimeoutMilliseconds?: number;
  /** How often the two limits above are looked at. Default: 1,000. */
  readonly connectionsCheckingIntervalMilliseconds?: number;
}

/** A server that runs. */
export interface WebhookServer {
  /** Where deliveries go: what `webhookUrl` would be if this address could be reached from outside. */
  readonly url: string;
  /** The port it listens on: the one that was free, where 0 was asked for. */
  readonly port: number;
  /**
   * Stops it: no new connections, idle ones closed, deliveries under way answered (503 once the grace is over). Resolves when the port is
   * free. Calling it again gives the same promise.
   */
  close(): Promise<void>;
}

const health: WebhookResponse = answer(200, '{"ok":true}', false);
const notFound: WebhookResponse = answer(404, '{"code":"NOT_FOUND","message":"Nothing is served at this path"}', true);
const stopping: WebhookResponse = answer(503, '{"code":"STOPPING","message":"The server is stopping: send it again"}', true);

/**
 * Starts a server for a webhook handler, with limits that a slow or silent client can't get around, `GET /healthz`, and a graceful stop.
 * It installs no signal handlers: map the first SIGTERM to `close()` and exit at once on the second.
 *
 * Rejects with what Node's `listen` gives, `EADDRINUSE` above all, and with the reason of a signal that is aborted before it runs.
 */
export async function startWebhookServer(options: WebhookServerOptions): Promise<WebhookServer> {
  const { handler, tls, signal, graceMilliseconds = 10_000, requestTimeoutMilliseconds = 30_000 } = options;
  const path = withoutSlash(options.path ?? "/green-api/webhook/");
  if (!/^(\/[^?#]*)?$/.test(path)) throw new TypeError(`Cannot start the webhook server: "path" must begin with a slash and have no query`);
  signal?.throwIfAborted();
  // Node takes no time for the headers that is longer than the one for the whole request; 0 is without a limit.
  const headersTimeout = options.headersTimeoutMilliseconds ?? Math.min(10_000, requestTimeoutMilliseconds || 10_000);
  const limits = {
    headersTimeout,
    requestTimeout: requestTimeoutMilliseconds,
    keepAliveTimeout: options.keepAliveTimeoutMilliseconds ?? 72_000,
    connectionsCheckingInterval: options.connectionsCheckingIntervalMilliseconds ?? 1_000,
  };
  const server = tls === undefined ? createServer(limits) : await createTlsServer({ handshakeTimeout: headersTimeout, ...tls, ...limits });
  server.maxConnections = options.maxConnections ?? 10_000;

  const sockets = new Set<Socket>();
  /** Connections whose TLS handshake isn't done, by their other end: its socket isn't the one that serves afterwards. */
  const handshakes = new Map<string, Socket>();
  /** By socket: of pipelined requests that wait behind another, a connection that closes is all one hears. */
  const inFlight = new Map<Socket, Map<ServerResponse, IncomingMessage>>();
  let closing: Promise<void> | undefined;

  async function serve(request: IncomingMessage, response: ServerResponse, beforeRead?: () => void): Promise<void> {
    const { socket } = request;
    const requests = inFlight.get(socket) ?? new Map<ServerResponse, IncomingMessage>();
    inFlight.set(socket, requests.set(response, request));
    response.once("close", () => {
      requests.delete(response);
      if (requests.size === 0) inFlight.delete(socket);
    });
    const found = await find(request, beforeRead);
    await sendResponse(request, response, closing === undefined ? found : { ...found, closeConnection: true });
  }

  async function find(request: IncomingMessage, beforeRead: (() => void) | undefined): Promise<WebhookResponse> {
    // HTTP/1.1 demands that a whole URL is taken too, as some proxies send it; whatever its host, as with the Host header.
    const [target = ""] = (request.url ?? "").replace(/^https?:\/\/[^/?]*/i, "").split("?");
    if (closing !== undefined) return stopping;
    if (withoutSlash(target) === path) return handler(toWebhookRequest(request, {}, beforeRead));
    return target === "/healthz" && (request.method === "GET" || request.method === "HEAD") ? health : notFound;
  }

  const closeIdleSockets = (): void => {
    for (const socket of sockets) if (!inFlight.has(socket)) socket.destroy();
    for (const socket of handshakes.values()) socket.destroy();
  };

  async function stop(): Promise<void> {
    const closed = once(server, "close");
    server.close();
    closeIdleSockets();
    // Connections that were accepted meanwhile, and those whose last answer has gone out.
    const sweep = setInterval(closeIdleSockets, 50);
    const grace = setTimeout(() => {
      for (const requests of inFlight.values()) for (const [response, request] of requests) void sendResponse(request, response, stopping);
    }, graceMilliseconds);
    const last = setTimeout(() => {
      for (const socket of sockets) socket.destroy();
    }, graceMilliseconds + 500);
    await closed;
    stopChecking();
    signal?.removeEventListener("abort", onAbort);
    for (const timer of [sweep, grace, last]) clearTimeout(timer);
  }

  const onAbort = (): void => void close();
  const close = (): Promise<void> => (closing ??= stop());

  server.on("request", (request: IncomingMessage, response: ServerResponse) => void serve(request, response));
  // The go-ahead for the body is given when the body is wanted: not to a wrong token.
  server.on("checkContinue", (request: IncomingMessage, response: ServerResponse) => {
    void serve(request, response, () => response.writeContinue());
  });
  if (tls !== undefined) {
    server.on("connection", (socket: Socket) => {
      const other = otherEndOf(socket);
      handshakes.set(other, socket);
      socket.once("close", () => handshakes.delete(other));
    });
  }
  server.on(tls === undefined ? "connection" : "secureConnection", (socket: Socket) => {
    handshakes.delete(otherEndOf(socket));
    sockets.add(socket);
    socket.once("close", () => {
      sockets.delete(socket);
      inFlight.delete(socket);
    });
  });
  server.listen({ port: options.port ?? 3000, ...(options.host === undefined ? undefined : { host: options.host }) });
  await once(server, "listening");
  const stopChecking = closeStalledSockets(sockets, requestTimeoutMilliseconds, limits.connectionsCheckingInterval);
  if (signal?.aborted === true) {
    await close();
    throw signal.reason;
  }
  signal?.addEventListener("abort", onAbort, { once: true });

  const { port } = server.address() as AddressInfo;
  return { url: `${tls === undefined ? "http" : "https"}://${hostInUrl(options.host)}:${port}${path}/`, port, close };
}

/** Loaded when it is wanted: most receivers stand behind a proxy that does TLS. */
async function createTlsServer(options: TlsOptions): Promise<Server> {
  const https = await import("node:https");
  return https.createServer(options);
}

function answer(status: number, body: string, closeConnection: boolean): WebhookResponse {
  return { status, headers: { "content-type": "application/json" }, body, closeConnection };
}

function otherEndOf({ remoteAddress, remotePort }: Socket): string {
  return `${remoteAddress} ${remotePort}`;
}

function withoutSlash(path: string): string {
  return path.endsWith("/") ? path.slice(0, -1) : path;
}

function hostInUrl(host: string | undefined): string {
  if (host === undefined || host === "0.0.0.0" || host === "::") return "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
}
