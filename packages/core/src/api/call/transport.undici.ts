import { failureOf, joinWithin, TransportFailure, type Transport, type TransportOptions, type TransportRequest } from "./transport.ts";

/** Node: undici, with an agent of our own. Loaded with the first call, since it costs more than all the rest. */
export async function createTransport({ connectTimeoutMilliseconds, proxy, secret }: TransportOptions): Promise<Transport> {
  const undici = (await import("undici")) as unknown as Undici;
  // The waits for headers and body are the client's own timers, which know about long polls; undici's are off.
  const waits = { headersTimeout: 0, bodyTimeout: 0 };
  const timeout = connectTimeoutMilliseconds;
  const dispatcher =
    proxy === "env"
      ? proxyOf(undici, { ...waits, connect: { timeout } })
      : new undici.Agent({ ...waits, connect: writing(undici.buildConnector({ timeout }), secret) });
  return {
    async send({ url, verb, headers, body, maxAnswerBytes, signal, onHeaders }: TransportRequest) {
      const parts = new URL(url);
      try {
        // `request` follows no redirects and inflates nothing.
        const answer = await dispatcher.request({
          origin: parts.origin,
          path: (proxy === "env" ? parts.pathname : parts.pathname.replace(`/${secret}`, `/${placeholder}`)) + parts.search,
          method: verb,
          headers,
          body,
          signal,
        });
        onHeaders();
        const retryAfter = answer.headers["retry-after"];
        return {
          status: answer.statusCode,
          retryAfter: typeof retryAfter === "string" ? retryAfter : undefined,
          bytes: await joinWithin(answer.body, maxAnswerBytes),
        };
      } catch (error) {
        throw signal.aborted ? signal.reason : failureOf(error);
      }
    },
  };
}

/** What stands for the token in the path that undici is given. */
const placeholder = ":token";

/**
 * GREEN-API wants the token in the path, and undici shows paths to all who subscribe to its diagnostics channels, tracing tools among them. So
 * undici is given a path without it, and the request's first line gets it where it is written to the socket. Through a proxy undici makes the
 * connection itself, and the token does show.
 */
function writing(connect: Connector, secret: string): Connector {
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
    // What undici throws repeats the variable, which may hold a password.
    throw new TransportFailure("PROXY_INVALID");
  }
}

/** What is used of undici; its own declarations need Node's. */
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
