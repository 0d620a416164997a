import { failureFrom, TransportFailure } from "./transport-failure.ts";
import { createTransport as createFetchTransport } from "./transport.fetch.ts";
import { joinWithin, type Transport, type TransportOptions, type TransportRequest } from "./transport.ts";
import { UploadBody } from "./upload-body.ts";

/**
 * Node: undici, with an agent of our own. Loaded by the first call, since it costs more than all the rest. A bundle may be without it, or unable to
 * run it (esbuild's ES modules, in which CommonJS can't require Node's modules): then Node's own fetch serves.
 */
export async function createTransport(options: TransportOptions): Promise<Transport> {
  const { connectTimeoutMilliseconds, proxy, secret } = options;
  const undici = await import("undici").then(
    (loaded) => loaded as unknown as Undici,
    () => undefined,
  );
  if (undici === undefined) return createFetchTransport(options);
  // The client's own timeouts know about long polls; undici's are off.
  const timeouts = { headersTimeout: 0, bodyTimeout: 0 };
  const timeout = connectTimeoutMilliseconds;
  const dispatcher =
    proxy === "env"
      ? proxyOf(undici, { ...timeouts, connect: { timeout } })
      : new undici.Agent({ ...timeouts, connect: connectorThatInsertsToken(undici.buildConnector({ timeout }), secret) });
  return {
    async send({ url, verb, headers, body, maxResponseBytes, signal, onChunk, onHeaders }: TransportRequest) {
      const parts = new URL(url);
      try {
        // `request` follows no redirects and inflates nothing.
        const response = await dispatcher.request({
          origin: parts.origin,
          path: (proxy === "env" ? parts.pathname : parts.pathname.replace(`/${secret}`, `/${placeholder}`)) + parts.search,
          method: verb,
          headers: body instanceof UploadBody && body.size !== undefined ? { ...headers, "content-length": String(body.size) } : headers,
          body: body instanceof UploadBody ? body.chunks(signal, onChunk) : body,
          signal,
        });
        onHeaders();
        const retryAfter = response.headers["retry-after"];
        return {
          status: response.statusCode,
          retryAfter: typeof retryAfter === "string" ? retryAfter : undefined,
          bytes: await joinWithin(response.body, maxResponseBytes),
        };
      } catch (error) {
        if (signal.aborted) throw signal.reason;
        throw (body instanceof UploadBody ? body.failure : undefined) ?? failureFrom(error);
      }
    },
  };
}

/** Stands for the token in the path that undici is given. */
const placeholder = ":token";

/**
 * GREEN-API wants the token in the path, and undici shows paths to all subscribers of its diagnostics channels, tracing tools among them. So
 * undici is given a path without the token, and the token is put into the request's first line when that is written to the socket. Through a
 * proxy undici makes the connection itself, and the token does show.
 */
function connectorThatInsertsToken(connect: Connector, secret: string): Connector {
  return (options, callback) =>
    connect(options, (error, socket) => {
      if (socket !== null && socket !== undefined) {
        const write = socket.write.bind(socket);
        // The head of a request is the only text that is written; bodies are bytes.
        socket.write = (chunk, ...rest) =>
          write(typeof chunk === "string" ? chunk.replace(`/${placeholder}`, () => `/${secret}`) : chunk, ...rest);
      }
      callback(error, socket);
    });
}

type Connector = (options: object, callback: (error: Error | null, socket: UndiciSocket | null) => void) => void;

interface UndiciSocket {
  write: (chunk: unknown, ...rest: unknown[]) => boolean;
}

function proxyOf(undici: Undici, options: object): UndiciDispatcher {
  try {
    return new undici.EnvHttpProxyAgent(options);
  } catch {
    // undici's error repeats the variable, which may hold a password.
    throw new TransportFailure("PROXY_INVALID");
  }
}

/** The part of undici that is used; its own declarations need Node's. */
interface Undici {
  readonly Agent: new (options: object) => UndiciDispatcher;
  readonly buildConnector: (options: object) => Connector;
  readonly EnvHttpProxyAgent: new (options: object) => UndiciDispatcher;
}

interface UndiciDispatcher {
  request(options: object): Promise<{
    readonly statusCode: number;
    readonly headers: Readonly<Record<string, string | string[] | undefined>>;
    readonly body: AsyncIterable<Uint8Array>;
  }>;
}
