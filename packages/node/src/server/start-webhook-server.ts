import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { ServerOptions as TlsOptions } from "node:https";
import type { AddressInfo } from "node:net";
import { assertWebhookHandler, checkOptionNames, type WebhookHandler, type WebhookResponse } from "@greenhook/core";
import { sendResponse, toWebhookRequest } from "@greenhook/core/node-http";
import { closeStalledSockets } from "./close-stalled-sockets.ts";
import { Connections, type Exchange } from "./connections.ts";

/** Options of {@link startWebhookServer}. */
export interface WebhookServerOptions {
  /** The handler that `createWebhookHandler` returned. It gets the requests to `path` only. */
  readonly handler: WebhookHandler;
  /**
   * The port to listen on; 0 takes a free one.
   *
   * @default 3000
   */
  readonly port?: number;
  /**
   * The address to listen on.
   *
   * @default all addresses
   * @example
   * "127.0.0.1" // behind a proxy on the same machine
   */
  readonly host?: string;
  /**
   * The one path that deliveries come to, with or without a slash at its end.
   *
   * @default "/green-api/webhook/"
   */
  readonly path?: string;
  /**
   * Key and certificate, to serve https.
   *
   * @default http, for a proxy in front that does TLS
   * @example
   * { key: readFileSync("key.pem"), cert: readFileSync("certificate.pem") }
   */
  readonly tls?: TlsOptions;
  /**
   * Stops the server when aborted, as `close()` does. It may also be the signal that removes a dispatcher's handlers: a delivery in flight
   * that no handler was left for gets a 503, so that the next process handles the retry.
   */
  readonly signal?: AbortSignal | undefined;
  /**
   * How long `close()` waits for requests in flight before it responds 503 to them.
   *
   * @default 10_000
   */
  readonly graceMilliseconds?: number;
  /**
   * How many connections may be open at a time; more are refused.
   *
   * @default 10_000
   */
  readonly maxConnections?: number;
  /**
   * How long a client may take to send its headers; the response is 408. 0 is no limit.
   *
   * @default 10_000, or requestTimeoutMilliseconds if that is shorter
   */
  readonly headersTimeoutMilliseconds?: number;
  /**
   * How long a client may take to send a whole request, the response is 408; and how long to read a response, then the connection is
   * closed. 0 is no limit.
   *
   * @default 30_000
   */
  readonly requestTimeoutMilliseconds?: number;
  /**
   * How long an idle connection stays open. Above the 60 s of common proxies, which would otherwise send a request into a closed connection.
   *
   * @default 72_000
   */
  readonly keepAliveTimeoutMilliseconds?: number;
}

/** A running server. */
export interface WebhookServer {
  /** The address of `path`: what `webhookUrl` would be if it could be reached from outside. */
  readonly url: string;
  /** The port it listens on. */
  readonly port: number;
  /**
   * Stops the server: refuses new connections, closes idle ones, responds to requests in flight (503 once `graceMilliseconds` are over).
   * Resolves when the port is free. A second call returns the same promise.
   */
  close(): Promise<void>;
}

// The connection is closed: an open one would be a place that anyone can take without a token.
const health: WebhookResponse = closing(200, '{"ok":true}');
const notFound: WebhookResponse = closing(404, '{"code":"NOT_FOUND","message":"Nothing is served at this path"}');
const stopping: WebhookResponse = closing(503, '{"code":"STOPPING","message":"The server is stopping: send it again"}');

/**
 * Starts a server for a webhook handler, with limits that a slow or silent client can't get around, `GET /healthz`, and a graceful stop.
 * It installs no signal handlers: map the first SIGTERM to `close()` and exit at once on the second.
 *
 * Rejects with the error of Node's `listen`, such as `EADDRINUSE`, and with the reason of a signal that is aborted before it listens.
 *
 * @example
 * const server = await startWebhookServer({ port: 3000, handler: createWebhookHandler({ token, deliver }) });
 */
export async function startWebhookServer(options: WebhookServerOptions): Promise<WebhookServer> {
  const { handler, tls, signal, graceMilliseconds = 10_000, requestTimeoutMilliseconds = 30_000 } = options;
  checkOptionNames("start the webhook server", options, optionNames);
  assertWebhookHandler("start the server", handler);
  const path = pathOf(options.path ?? "/green-api/webhook/");
  signal?.throwIfAborted();
  // Node rejects a limit for the headers that is longer than the one for the whole request.
  const headersTimeout = options.headersTimeoutMilliseconds ?? Math.min(10_000, requestTimeoutMilliseconds || 10_000);
  const limits = {
    headersTimeout,
    requestTimeout: requestTimeoutMilliseconds,
    keepAliveTimeout: options.keepAliveTimeoutMilliseconds ?? 72_000,
    connectionsCheckingInterval: checkingIntervalOf(headersTimeout, requestTimeoutMilliseconds),
  };
  const server = tls === undefined ? createServer(limits) : await createTlsServer({ handshakeTimeout: headersTimeout, ...tls, ...limits });
  server.maxConnections = options.maxConnections ?? 10_000;
  const connections = new Connections(server, tls !== undefined, (exchange) => void serve(exchange));
  let closed: Promise<void> | undefined;

  async function serve(exchange: Exchange): Promise<void> {
    const found = await responseTo(exchange);
    await sendResponse(exchange.request, exchange.response, closed === undefined ? found : whileStopping(found));
  }

  async function responseTo({ request, beforeRead }: Exchange): Promise<WebhookResponse> {
    if (closed !== undefined) return stopping;
    // A whole URL is a valid target in HTTP/1.1, and some proxies send it. Its host counts as little as the Host header.
    const [target = ""] = (request.url ?? "").replace(/^https?:\/\/[^/?]*/i, "").split("?");
    if (withoutSlash(target) === path) return handler(toWebhookRequest(request, {}, beforeRead));
    return target === "/healthz" && (request.method === "GET" || request.method === "HEAD") ? health : notFound;
  }

  function whileStopping(response: WebhookResponse): WebhookResponse {
    // The signal may have removed the handler that this delivery was for.
    if (signal?.aborted === true && response.body.includes('"outcome":"ignored"')) return stopping;
    return { ...response, closeConnection: true };
  }

  async function stop(): Promise<void> {
    const ended = once(server, "close");
    server.close();
    connections.closeIdleSockets();
    // Again and again, for connections that were accepted meanwhile and those whose last response has gone out.
    const sweep = setInterval(() => connections.closeIdleSockets(), 50);
    const grace = setTimeout(() => {
      for (const { request, response } of connections.inFlight()) void sendResponse(request, response, stopping);
    }, graceMilliseconds);
    const last = setTimeout(() => connections.closeAllSockets(), graceMilliseconds + 500);
    await ended;
    stopChecking();
    signal?.removeEventListener("abort", onAbort);
    for (const timer of [sweep, grace, last]) clearTimeout(timer);
  }

  const onAbort = (): void => void close();
  const close = (): Promise<void> => (closed ??= stop());

  server.listen({ port: options.port ?? 3000, ...(options.host === undefined ? undefined : { host: options.host }) });
  await once(server, "listening");
  const stopChecking = closeStalledSockets(connections.sockets, requestTimeoutMilliseconds, limits.connectionsCheckingInterval);
  if (signal?.aborted === true) {
    await close();
    throw signal.reason;
  }
  signal?.addEventListener("abort", onAbort, { once: true });

  const { port } = server.address() as AddressInfo;
  return { url: `${tls === undefined ? "http" : "https"}://${hostInUrl(options.host)}:${port}${path}/`, port, close };
}

/** Loaded on demand: most receivers stand behind a proxy that does TLS. */
async function createTlsServer(options: TlsOptions): Promise<Server> {
  const https = await import("node:https");
  return https.createServer(options);
}

function closing(status: number, body: string): WebhookResponse {
  return { status, headers: { "content-type": "application/json" }, body, closeConnection: true };
}

/** The path without its last slash, encoded as clients send it: `/green%20api`. */
function pathOf(path: string): string {
  if (!/^(\/[^?#]*)?$/.test(path)) throw new TypeError(`Cannot start the webhook server: "path" must begin with a slash and have no query`);
  return withoutSlash(new URL(`http://localhost${path}`).pathname);
}

function withoutSlash(path: string): string {
  return path.endsWith("/") ? path.slice(0, -1) : path;
}

/** How often the limits are checked: every second, more often where a limit is so short that a second would matter. */
function checkingIntervalOf(...limits: readonly number[]): number {
  return Math.ceil(Math.min(10_000, ...limits.filter((limit) => limit > 0)) / 10);
}

function hostInUrl(host: string | undefined): string {
  if (host === undefined || host === "0.0.0.0" || host === "::") return "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
}

const optionNames: Readonly<Record<keyof WebhookServerOptions, true>> = {
  handler: true,
  port: true,
  host: true,
  path: true,
  tls: true,
  signal: true,
  graceMilliseconds: true,
  maxConnections: true,
  headersTimeoutMilliseconds: true,
  requestTimeoutMilliseconds: true,
  keepAliveTimeoutMilliseconds: true,
};
