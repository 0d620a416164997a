import { failureOf, joinWithin, TransportFailure, type Transport, type TransportOptions, type TransportRequest } from "./transport.ts";
import { runtime } from "./runtime.ts";

/** Node: undici, with an agent of our own. Loaded with the first call, since it costs more than all the rest. */
export async function createTransport({ connectTimeoutMilliseconds, proxy }: TransportOptions): Promise<Transport> {
  const undici = (await import("undici")) as unknown as Undici;
  // The waits for headers and body are the client's own timers, which know about long polls; undici's are off.
  const options = { connect: { timeout: connectTimeoutMilliseconds }, headersTimeout: 0, bodyTimeout: 0 };
  const dispatcher = proxy === "env" ? proxyOf(undici, options) : new undici.Agent(options);
  return {
    async send({ url, verb, headers, body, maxAnswerBytes, signal, onHeaders }: TransportRequest) {
      const parts = new runtime.URL(url);
      try {
        // `request` follows no redirects and inflates nothing.
        const answer = await dispatcher.request({
          origin: parts.origin,
          path: parts.pathname + parts.search,
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
  readonly EnvHttpProxyAgent: new (options: object) => UndiciDispatcher;
}

interface UndiciDispatcher {
  request(options: object): Promise<{
    readonly statusCode: number;
    readonly headers: Readonly<Record<string, string | string[] | undefined>>;
    readonly body: AsyncIterable<Uint8Array>;
  }>;
}
