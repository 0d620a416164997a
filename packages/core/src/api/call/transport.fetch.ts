import { fetchTransport, type Fetch } from "./fetch-transport.ts";
import { TransportFailure } from "./transport-failure.ts";
import type { Transport, TransportOptions } from "./transport.ts";

/** The global one. */
declare const fetch: Fetch;

/** Runtimes other than Node: their own fetch, as it is at the time of each call. */
export function createTransport({ proxy }: TransportOptions): Promise<Transport> {
  if (proxy === "env") return Promise.reject(new TransportFailure("PROXY_UNSUPPORTED"));
  return Promise.resolve(fetchTransport((url, init) => fetch(url, init)));
}
